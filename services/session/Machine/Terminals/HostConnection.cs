using System.Net.Sockets;
using System.Text.Json;
using Athene.Contracts.Errors;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Machine.Terminals.Protocol;

namespace Athene.Session.Machine.Terminals;

/// <summary>Serves one client of the terminal host: one request, and what follows from it.</summary>
internal sealed class HostConnection(TerminalHost host, Socket client)
{
    /// <summary>Ends without an exception: nobody waits for it.</summary>
    public async Task ServeAsync(CancellationToken cancellationToken)
    {
        await using var stream = new NetworkStream(client, ownsSocket: true);
        try
        {
            if (await Frame.ReadAsync(stream, cancellationToken) is { Kind: FrameKind.Request } frame)
                await ServeAsync(stream, frame, cancellationToken);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException)
        {
            // The client went away, as those do that wait no longer.
        }
        catch (Exception wrong) when (wrong is InvalidDataException or JsonException)
        {
            await Console.Error.WriteLineAsync($"{DateTimeOffset.UtcNow:O} not understood: {wrong.Message}");
        }
    }

    private async Task ServeAsync(Stream stream, Frame frame, CancellationToken cancellationToken)
    {
        try
        {
            var request = frame.Read<HostRequest>();
            if (request is AttachTerminal attach) await AttachAsync(stream, attach, cancellationToken);
            else await (await AnswerAsync(stream, request, cancellationToken)).WriteAsync(stream, cancellationToken);
        }
        catch (AtheneException refused)
        {
            await Frame.Of(FrameKind.Failure, refused.Problem).WriteAsync(stream, cancellationToken);
        }
        catch (Exception failure) when (failure is not (OperationCanceledException or IOException or SocketException))
        {
            // An end without an answer would mean that there is no terminal at all.
            await Console.Error.WriteLineAsync($"{DateTimeOffset.UtcNow:O} not answered: {failure}");
            await Frame.Of(FrameKind.Failure, RuntimeErrors.HostFailed("answer", failure.Message).Problem).WriteAsync(stream, cancellationToken);
        }
    }

    private async Task<Frame> AnswerAsync(Stream stream, HostRequest request, CancellationToken cancellationToken)
    {
        switch (request)
        {
            case StartTerminal start:
                return Frame.Of(FrameKind.Answer, host.Start(start));
            case ListTerminals list:
                return Frame.Of(FrameKind.Answer, host.List(list.SessionId));
            case ReadScreens screens:
                return Frame.Of(FrameKind.Answer, host.Read(screens));
            case SendText send:
                // Goes to its end also when the client does not wait for it: half a message is worse than none.
                await host.Get(send.SessionId).SendAsync(send, CancellationToken.None);
                return Frame.Of(FrameKind.Answer, host.Get(send.SessionId).State);
            case EndTerminal end:
                return Frame.Of(FrameKind.Answer, host.End(end.SessionId));
            case AwaitChange change:
                return Frame.Of(
                    FrameKind.Answer,
                    new ChangeNumber(await UnlessGoneAsync(stream, token => host.AwaitChangeAsync(change.After, token), cancellationToken)));
            default:
                throw new InvalidDataException($"There is no answer to a {request.GetType().Name}.");
        }
    }

    private async Task AttachAsync(Stream stream, AttachTerminal request, CancellationToken cancellationToken)
    {
        var terminal = host.Get(request.SessionId);
        using var attachment = terminal.Attach(request.Size.ToSane());
        await Frame.Of(FrameKind.Answer, terminal.State).WriteAsync(stream, cancellationToken);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var typing = TypeAsync(stream, terminal, over);
        await foreach (var piece in attachment.ReadAllAsync(over.Token)) await new Frame(FrameKind.Output, piece).WriteAsync(stream, over.Token);
        client.Shutdown(SocketShutdown.Both);
        await typing;
    }

    private static async Task TypeAsync(Stream stream, HostedTerminal terminal, CancellationTokenSource over)
    {
        try
        {
            while (await Frame.ReadAsync(stream, over.Token) is { } frame)
            {
                if (frame.Kind is FrameKind.Input) await terminal.TypeAsync(frame.Content, over.Token);
                if (frame.Kind is FrameKind.Resize) terminal.Resize(TerminalSize.From(frame.Content.Span));
            }
        }
        catch (AtheneException ended)
        {
            await Console.Error.WriteLineAsync($"{DateTimeOffset.UtcNow:O} typing ended: {ended.Message}");
        }
        finally
        {
            await over.CancelAsync();
        }
    }

    // A client that waits says nothing more: when there is something to read, it is the end of the connection.
    private static async Task<T> UnlessGoneAsync<T>(Stream stream, Func<CancellationToken, Task<T>> wait, CancellationToken cancellationToken)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = wait(gone.Token);
        var leaving = stream.ReadAsync(new byte[1], gone.Token).AsTask();
        await Task.WhenAny(waiting, leaving);
        await gone.CancelAsync();
        await ((Task)leaving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await waiting;
    }
}
