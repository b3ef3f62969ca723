using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Athene.Dapr.Benchmarks.Load;

/// <summary>
/// One kept-alive HTTP/1.1 connection that sends ready-made bytes and reads the answer with as little work as possible, so
/// that the generator takes little of the machine that it shares with what it measures.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] buffer = new byte[64 * 1024];

    private HttpConnection()
    {
    }

    public static async Task<HttpConnection> OpenAsync(int port)
    {
        var connection = new HttpConnection();
        await connection.socket.ConnectAsync(IPAddress.Loopback, port);
        return connection;
    }

    /// <summary>The bytes of a request; made once, sent often.</summary>
    public static byte[] Request(string method, string path, string? body = null) => Encoding.UTF8.GetBytes(
        $"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body ?? "")}\r\n\r\n{body}");

    /// <summary>Sends a request and waits for the end of its answer.</summary>
    /// <exception cref="InvalidOperationException">The answer is not a success, or the connection was closed.</exception>
    public async Task ExchangeAsync(ReadOnlyMemory<byte> request)
    {
        await socket.SendAsync(request);
        var length = 0;
        while (!IsComplete(buffer.AsSpan(0, length)))
        {
            var read = await socket.ReceiveAsync(buffer.AsMemory(length));
            if (read == 0) throw new InvalidOperationException($"the connection was closed after: {Encoding.UTF8.GetString(buffer, 0, length)}");
            length += read;
        }

        if (buffer[9] != (byte)'2') throw new InvalidOperationException(Encoding.UTF8.GetString(buffer, 0, length));
    }

    public void Dispose() => socket.Dispose();

    private static bool IsComplete(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        var head = answer[..end];
        var body = answer[(end + 4)..];
        if (head.IndexOf("Transfer-Encoding: chunked"u8) >= 0) return body.EndsWith("0\r\n\r\n"u8);
        var field = head.IndexOf("Content-Length: "u8);
        if (field < 0) return true;
        return Utf8Parser.TryParse(head[(field + "Content-Length: ".Length)..], out int length, out _) && body.Length >= length;
    }
}
