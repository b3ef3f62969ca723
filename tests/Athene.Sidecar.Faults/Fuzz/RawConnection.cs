using System.Net;
using System.Net.Sockets;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Sends bytes as they are, each time on a connection of its own.</summary>
internal static class RawConnection
{
    /// <summary>Everything that comes back until the other side hangs up, or this side loses patience.</summary>
    /// <returns>The bytes, and whether the other side ended it.</returns>
    public static async Task<(byte[] Answer, bool IsEnded)> ExchangeAsync(int port, byte[] request, TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        using var answer = new MemoryStream();
        try
        {
            await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), CancellationToken.None);
            var sending = SendAsync(socket, request, limit.Token);
            var buffer = new byte[16 * 1024];
            while (await socket.ReceiveAsync(buffer, limit.Token) is var count and > 0) answer.Write(buffer, 0, count);
            await sending;
            return (answer.ToArray(), IsEnded: true);
        }
        catch (SocketException)
        {
            return (answer.ToArray(), IsEnded: true);
        }
        catch (OperationCanceledException)
        {
            return (answer.ToArray(), IsEnded: false);
        }
    }

    /// <summary>Sends what the other side takes: it may refuse a request before it has read all of it.</summary>
    private static async Task SendAsync(Socket socket, byte[] request, CancellationToken cancellationToken)
    {
        try
        {
            for (var sent = 0; sent < request.Length;) sent += await socket.SendAsync(request.AsMemory(sent), cancellationToken);
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.ConnectionReset or SocketError.Shutdown)
        {
            // What came back before it hung up counts.
        }
    }
}
