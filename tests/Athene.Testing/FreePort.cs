using System.Net;
using System.Net.Sockets;

namespace Athene.Testing;

/// <summary>
/// Ports of this machine that nobody listens on at the moment. They are below those that the system hands out itself: one of those could be
/// an outgoing connection's by the time that it is used.
/// </summary>
public static class FreePort
{
    private const int Lowest = 12_000;
    private const int Above = 32_000;

    public static int Next() => Take(1)[0];

    /// <summary>Several ports, no two the same.</summary>
    public static int[] Take(int count)
    {
        HashSet<int> ports = [];
        while (ports.Count < count)
        {
            var port = Random.Shared.Next(Lowest, Above);
            if (IsFree(port)) ports.Add(port);
        }

        return [.. ports];
    }

    private static bool IsFree(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
