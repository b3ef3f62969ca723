using Athene.Contracts.Messages;

namespace Athene.Session.Messages;

/// <summary>The messages of one session, oldest first. Ended ones are forgotten after a while, waiting ones never.</summary>
public sealed record MessageLog(IReadOnlyList<MessageRecord> Messages)
{
    /// <summary>So many messages may wait at a time: one whose reader does not come must not fill the store.</summary>
    public const int MostQueued = 200;

    private const int Kept = 100;

    public static MessageLog Empty { get; } = new([]);

    public MessageRecord? Find(string id) => Messages.FirstOrDefault(message => message.Id == id);

    public MessageRecord? NextQueued => Messages.FirstOrDefault(message => message.State is MessageState.Queued);

    public bool IsFull => Messages.Count(message => message.State is MessageState.Queued) >= MostQueued;

    /// <summary>With a message moved on; the same log when it is there already, or further, or not known.</summary>
    public MessageLog Moved(string id, MessageState state, string? error, DateTimeOffset now, bool provable = false) =>
        Find(id) is { } message && Rank(state) > Rank(message.State)
            ? With(message with
            {
                State = state,
                Error = error,
                SubmittedAt = state is MessageState.Submitted ? now : message.SubmittedAt,
                Provable = message.Provable || provable,
            })
            : this;

    // A message that nobody knew about may still turn out to have been accepted.
    private static int Rank(MessageState state) => state switch
    {
        MessageState.Queued => 0,
        MessageState.Pasted => 1,
        MessageState.Submitted => 2,
        MessageState.Unconfirmed => 3,
        MessageState.Accepted or MessageState.Failed => 4,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "This is no state of a message."),
    };

    public MessageLog With(MessageRecord message)
    {
        var others = Messages.Select(known => known.Id == message.Id ? message : known).ToList();
        if (Find(message.Id) is null) others.Add(message);
        var surplus = Math.Max(0, others.Count - Kept);
        return new MessageLog([.. others.Where((known, index) => index >= surplus || !known.IsFinal)]);
    }
}
