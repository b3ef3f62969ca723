using System.Net;
using System.Net.Sockets;

namespace Athene.Cli.Supervision;

/// <summary>Chooses ports on 127.0.0.1 for one start, none twice.</summary>
internal sealed class Ports
{
    // Below the range that systems hand out to outgoing connections, so that none of those takes a port between our look and its use.
    private const int First = 20000;
    private const int Last = 32000;
    private const int Attempts = 1000;

    private readonly HashSet<int> given = [];

    /// <summary>The wished port when it is free, else any free one.</summary>
    public int Choose(int? wish)
    {
        if (wish is { } port && TryGive(port)) return port;
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var candidate = Random.Shared.Next(First, Last);
            if (TryGive(candidate)) return candidate;
        }

        throw Problems.Failed($"No port between {First} and {Last} is free on 127.0.0.1.", "See what listens there with: ss -ltnp");
    }

    public static bool IsFree(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen(1);
            return true;
        }
        catch (SocketException error) when (error.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return false;
        }
    }

    private bool TryGive(int port) => !given.Contains(port) && IsFree(port) && given.Add(port);
}
