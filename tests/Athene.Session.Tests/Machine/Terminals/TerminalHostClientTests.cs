using System.Net.Sockets;
using System.Text;
using Athene.Contracts.Errors;
using Athene.Session.Machine.Terminals;
using Athene.Session.Machine.Terminals.Protocol;

namespace Athene.Session.Tests.Machine.Terminals;

/// <summary>What a look says when the host does not answer as it should: only without a host are there no terminals.</summary>
public sealed class TerminalHostClientTests : IDisposable
{
    private readonly TemporaryDirectory home = new();
    private readonly ProcessRuntime runtime;
    private readonly string socket;

    public TerminalHostClientTests()
    {
        runtime = new ProcessRuntime(new ProcessRuntimeOptions { AtheneHome = home.Path }, TimeProvider.System);
        socket = TerminalSocket.PathFor(home.Path);
        Directory.CreateDirectory(Path.GetDirectoryName(socket)!);
    }

    public void Dispose()
    {
        runtime.Dispose();
        home.Dispose();
    }

    [Fact]
    public async Task Snapshot_withoutAHost_isEmpty()
    {
        (await runtime.SnapshotAsync(default)).Panes.ShouldBeEmpty();

        await File.WriteAllTextAsync(socket, "");

        (await runtime.SnapshotAsync(default)).Panes.ShouldBeEmpty();
    }

    [Fact]
    public async Task Snapshot_ofAHostThatCannotBeReached_fails()
    {
        using var other = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        other.Bind(new UnixDomainSocketEndPoint(socket));

        (await Should.ThrowAsync<AtheneException>(runtime.SnapshotAsync(default))).Type.ShouldBe(ErrorTypes.RuntimeUnavailable);
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("null")]
    public async Task Snapshot_ofAHostThatIsNotUnderstood_fails(string answer)
    {
        using var host = Listen();
        var looking = runtime.SnapshotAsync(default);
        await AnswerAsync(host, new Frame(FrameKind.Answer, Encoding.UTF8.GetBytes(answer)).ToBytes());

        (await Should.ThrowAsync<AtheneException>(looking)).Type.ShouldBe(ErrorTypes.RuntimeUnavailable);
    }

    [Fact]
    public async Task Snapshot_ofAHostThatSendsNoFrame_fails()
    {
        using var host = Listen();
        var looking = runtime.SnapshotAsync(default);
        await AnswerAsync(host, [.. Enumerable.Repeat((byte)0xff, 5)]);

        (await Should.ThrowAsync<AtheneException>(looking)).Type.ShouldBe(ErrorTypes.RuntimeUnavailable);
    }

    [Fact]
    public async Task Snapshot_ofAHostThatEndsBeforeItAnswers_isEmpty()
    {
        using var host = Listen();
        var looking = runtime.SnapshotAsync(default);
        // What lies unread makes the system reset the connection.
        using (await host.AcceptAsync()) await Task.Yield();

        (await looking).Panes.ShouldBeEmpty();
    }

    private static async Task AnswerAsync(Socket host, byte[] answer)
    {
        using var client = await host.AcceptAsync();
        await using var stream = new NetworkStream(client);
        await Frame.ReadAsync(stream, default);
        await stream.WriteAsync(answer);
    }

    private Socket Listen()
    {
        var host = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        host.Bind(new UnixDomainSocketEndPoint(socket));
        host.Listen();
        return host;
    }
}
