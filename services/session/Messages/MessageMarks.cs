using System.Text.Json.Nodes;
using Athene.Contracts.Messages;
using Athene.Session.History;
using Athene.Session.Operations;
using Athene.Session.Records;

namespace Athene.Session.Messages;

/// <summary>Moves messages on and tells whoever waits for them. A message never goes back: what was accepted is not submitted again.</summary>
public sealed class MessageMarks(MessageStore store, ILedger ledger, OperationWatch watch, AwaitedProofs awaited, TimeProvider time)
{
    /// <param name="provable">The agent shows the prompts that it takes, so that more will be known of a submitted message.</param>
    public async Task MarkAsync(
        string sessionId, string messageId, MessageState state, string? error, CancellationToken cancellationToken, bool provable = false)
    {
        if (state is MessageState.Pasted) awaited.Begin(sessionId);
        var moved = false;
        await store.ChangeAsync(
            sessionId,
            log =>
            {
                var after = log.Moved(messageId, state, error, time.GetUtcNow(), provable);
                moved = !ReferenceEquals(after, log);
                return after;
            },
            cancellationToken);
        if (moved && state is not MessageState.Pasted) await TellAsync(sessionId, messageId, state, error, cancellationToken);
        watch.Signal(messageId);
    }

    private async Task TellAsync(string sessionId, string messageId, MessageState state, string? error, CancellationToken cancellationToken)
    {
        var failed = state is MessageState.Failed;
        var session = await ledger.FindSessionAsync(sessionId, cancellationToken);
        var happening = new Happening(
            failed ? EventKinds.SendFailed : EventKinds.MessageState,
            $"Message {messageId} to {sessionId}: {Words.Of(state)}",
            session?.ProjectId,
            sessionId,
            failed ? Levels.Error : Levels.Info,
            new JsonObject { ["messageId"] = messageId, ["state"] = Words.Of(state), ["reason"] = error });
        // With the session at hand, so that subscribers see it as it then was.
        await ledger.WriteAsync(
            session?.ProjectId,
            sessionId,
            draft =>
            {
                draft.Record(happening);
                return true;
            },
            cancellationToken);
    }
}
