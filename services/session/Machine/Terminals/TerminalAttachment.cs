using System.Net.Sockets;
using System.Runtime.InteropServices;
using Athene.Contracts.Errors;
using Athene.Session.Machine.Terminals.Protocol;

namespace Athene.Session.Machine.Terminals;

/// <summary>A person's terminal on a session's, until the agent ends or the person presses Ctrl-].</summary>
internal sealed class TerminalAttachment(NetworkStream stream, OwnTerminal own, string sessionId)
{
    private const byte DetachKey = 0x1d;
    private const string DetachName = "Ctrl-]";

    public async Task<int> RunAsync()
    {
        try
        {
            await Frame.Of<HostRequest>(FrameKind.Request, new AttachTerminal(sessionId, own.Size)).WriteAsync(stream, CancellationToken.None);
            if (await Frame.ReadAsync(stream, CancellationToken.None) is not { } answer) throw new IOException("the terminal host has ended");
            TerminalHostClient.Read<TerminalState>(answer);
        }
        catch (Exception failure) when (failure is AtheneException or IOException)
        {
            await Console.Error.WriteLineAsync($"Cannot attach to {sessionId}: {failure.Message}");
            return 1;
        }

        await Console.Error.WriteLineAsync($"[attached to {sessionId}; {DetachName} leaves it running]");
        using (own.MakeRaw()) await JoinAsync();
        await Console.Error.WriteLineAsync($"\n[left {sessionId}]");
        return 0;
    }

    private async Task JoinAsync()
    {
        using var over = new CancellationTokenSource();
        using var resized = PosixSignalRegistration.Create(PosixSignal.SIGWINCH, _ => Resize());
        var showing = ShowAsync(over.Token);
        // Reading the keyboard cannot be cancelled: it ends with the process.
        await Task.WhenAny(showing, Task.Run(() => TypeAsync(over.Token), over.Token));
        await over.CancelAsync();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        while (await Frame.ReadAsync(stream, cancellationToken) is { } frame)
        {
            if (frame.Kind is FrameKind.Output) await own.Stream.WriteAsync(frame.Content, cancellationToken);
        }
    }

    private async Task TypeAsync(CancellationToken cancellationToken)
    {
        var buffer = new byte[4096];
        int read;
        while ((read = await own.Stream.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var leaves = buffer.AsSpan(0, read).IndexOf(DetachKey);
            var typed = leaves < 0 ? read : leaves;
            if (typed > 0) await new Frame(FrameKind.Input, buffer.AsMemory(0, typed)).WriteAsync(stream, cancellationToken);
            if (leaves >= 0) return;
        }
    }

    private void Resize() => stream.Socket.Send(own.Size.ToFrame().ToBytes());
}
