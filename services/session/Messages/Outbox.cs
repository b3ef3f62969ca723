using System.Threading.Channels;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Messages;
using Athene.Session.Operations;
using Athene.Session.Records;
using Athene.Session.Sessions;
using Athene.Session.Workflows;

namespace Athene.Session.Messages;

/// <summary>Takes messages to agents: stored first, then delivered in the order in which they came, one at a time for a session.</summary>
public sealed class Outbox(ILedger ledger, MessageStore store, OperationWatch watch, TimeProvider time)
{
    /// <summary>The longest message, in characters.</summary>
    public const int LongestMessage = 100 * 1024;

    private const int LongestId = 200;

    private readonly Channel<string> ready = Channel.CreateUnbounded<string>(new UnboundedChannelOptions { SingleReader = true });

    /// <summary>Sessions that have something to deliver.</summary>
    internal ChannelReader<string> Ready => ready.Reader;

    /// <summary>Takes a message; one whose id is known already is the same message, and is not sent again.</summary>
    public async Task<MessageDocument> AcceptAsync(string sessionId, MessageRequest request, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > LongestMessage)
        {
            throw new AtheneException(
                ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest,
                $"A message has between 1 and {LongestMessage} characters; this one has {request.Text?.Length ?? 0}.",
                "Put a longer text into a file of the workspace and send its path.");
        }

        if (request.Id?.Length > LongestId)
        {
            throw new AtheneException(
                ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, $"The id of a message has at most {LongestId} characters.", "Leave it out, or use a UUID.");
        }

        var session = await ledger.GetSessionAsync(sessionId, cancellationToken);
        var id = string.IsNullOrWhiteSpace(request.Id) ? $"m-{Guid.NewGuid():N}" : request.Id;
        var log = await store.ChangeAsync(
            sessionId,
            messages => messages.Find(id) is null
                ? Queue(messages, session, new MessageRecord(id, request.Text, MessageState.Queued, time.GetUtcNow()) { Automatic = request.Automatic })
                : messages,
            cancellationToken);
        Wake(sessionId);
        return log.Find(id)!.ToDocument();
    }

    internal static MessageLog Queue(MessageLog messages, SessionRecord session, MessageRecord message)
    {
        if (!MayStillRead(session, message)) throw SessionErrors.Terminated(session.Id);
        return !messages.IsFull
            ? messages.With(message)
            : throw new AtheneException(
                ErrorTypes.MessageQueueFull, StatusCodes.Status429TooManyRequests,
                $"{MessageLog.MostQueued} messages are waiting for session {session.Id} already; it takes no more for now.",
                $"'athene get {session.Id}' shows what its agent waits for; send again once it has taken some of them.");
    }

    // Of the sessions that have ended, one that is not done is restored for what a person or an agent writes to it (spec sessions.md §17), and never for
    // what Athene says on its own (W-L5). One that is being restored has somebody who wants it back.
    private static bool MayStillRead(SessionRecord session, MessageRecord message) =>
        session.Lifecycle.Session.State is not SessionState.Done
        && (!message.Automatic || !session.Lifecycle.IsTerminal || (session.HeldBy is { } holder && OperationKinds.Of(holder) == OperationKinds.Restore));

    public async Task<MessageDocument> GetAsync(string sessionId, string messageId, CancellationToken cancellationToken) =>
        (await FindAsync(sessionId, messageId, cancellationToken)).ToDocument();

    private async Task<MessageRecord> FindAsync(string sessionId, string messageId, CancellationToken cancellationToken)
    {
        var log = await store.ReadAsync(sessionId, cancellationToken);
        return log.Find(messageId) ?? throw new AtheneException(
            ErrorTypes.MessageNotFound, StatusCodes.Status404NotFound, $"Session {sessionId} has no message {messageId}.");
    }

    /// <summary>Like <see cref="GetAsync"/>, but waits until nothing more will happen to the message, or until the time is up.</summary>
    public async Task<MessageDocument> WaitAsync(string sessionId, string messageId, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        while (true)
        {
            var moved = watch.NextAsync(messageId);
            var message = await FindAsync(sessionId, messageId, cancellationToken);
            if (message.IsFinal) return message.ToDocument();
            await Task.WhenAny(moved, Task.Delay(Timeout.InfiniteTimeSpan, limit.Token));
            if (limit.IsCancellationRequested) return message.ToDocument();
        }
    }

    /// <summary>Has the session's waiting messages looked at (again).</summary>
    public void Wake(string sessionId) => ready.Writer.TryWrite(sessionId);
}
