using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

// Plays the sidecar (with --apps FILE) or a service (with APP_PORT): answers every request with 204 until it is asked to stop.
// STUB_CRASH makes it say that and end instead.
if (Environment.GetEnvironmentVariable("STUB_CRASH") is { Length: > 0 } lastWords)
{
    await Console.Error.WriteLineAsync(lastWords);
    return 3;
}

var port = args is ["--apps", var file]
    ? JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement.GetProperty("apps")[0].GetProperty("httpPort").GetInt32()
    : int.Parse(Environment.GetEnvironmentVariable("APP_PORT")!, System.Globalization.CultureInfo.InvariantCulture);
using var listener = new TcpListener(IPAddress.Loopback, port);
listener.Start();
Console.WriteLine($"{Environment.GetEnvironmentVariable("APP_ID") ?? "sidecar"} listens on {port}");
while (true)
{
    using var client = await listener.AcceptTcpClientAsync();
    await using var stream = client.GetStream();
    _ = await stream.ReadAsync(new byte[4096]);
    await stream.WriteAsync(Encoding.ASCII.GetBytes("HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"));
}
