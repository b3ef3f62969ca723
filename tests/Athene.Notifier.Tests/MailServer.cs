using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Athene.Notifier.Tests;

/// <summary>A mail server of a few lines, on this machine: takes every mail, unless it is told otherwise.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentQueue<string> mails = [];

    public MailServer()
    {
        listener.Start();
        _ = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The mails as they came, headers and body.</summary>
    public IReadOnlyList<string> Mails => [.. mails];

    /// <summary>What the server offers after its greeting.</summary>
    public IReadOnlyList<string> Extensions { get; init; } = [];

    /// <summary>What it answers to the recipient; null: it takes it.</summary>
    public string? RecipientAnswer { get; set; }

    public void Dispose() => listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
                await ServeAsync(client);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The test has ended.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        try
        {
            using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
            await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
            await writer.WriteLineAsync("220 mail.test");
            while (await reader.ReadLineAsync() is { } line)
            {
                await writer.WriteLineAsync(await AnswerAsync(line, reader, writer));
                if (line == "QUIT") return;
            }
        }
        catch (IOException)
        {
            // Whoever sent it did not wait for the end.
        }
    }

    private async Task<string> AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        if (line.StartsWith("EHLO", StringComparison.Ordinal)) return string.Join("\r\n", [.. Extensions.Select(extension => $"250-{extension}"), "250 8BITMIME"]);
        if (line.StartsWith("RCPT", StringComparison.Ordinal) && RecipientAnswer is { } answer) return answer;
        if (line.StartsWith("STARTTLS", StringComparison.Ordinal)) return "454 not now";
        if (line != "DATA") return line == "QUIT" ? "221 bye" : "250 ok";
        await writer.WriteLineAsync("354 go on");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } text && text != ".") mail.AppendLine(text);
        mails.Enqueue(mail.ToString());
        return "250 taken";
    }
}
