using System.Net;
using System.Net.Sockets;

namespace Athene.Testing;

/// <summary>Ports of this machine that nobody listens on at the moment.</summary>
public static class FreePort
{
    public static int Next() => Take(1)[0];

    /// <summary>Several ports, no two the same.</summary>
    public static int[] Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(listener => listener.Start());
        var ports = listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port).ToArray();
        listeners.ForEach(listener => listener.Stop());
        return ports;
    }
}
