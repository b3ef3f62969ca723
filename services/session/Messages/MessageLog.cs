namespace Athene.Session.Messages;

/// <summary>The messages of one session, oldest first. Ended ones are forgotten after a while, waiting ones never.</summary>
public sealed record MessageLog(IReadOnlyList<MessageRecord> Messages)
{
    private const int Kept = 100;

    public static MessageLog Empty { get; } = new([]);

    public MessageRecord? Find(string id) => Messages.FirstOrDefault(message => message.Id == id);

    public MessageRecord? NextQueued => Messages.FirstOrDefault(message => message.State is Contracts.Messages.MessageState.Queued);

    public MessageLog With(MessageRecord message)
    {
        var others = Messages.Select(known => known.Id == message.Id ? message : known).ToList();
        if (Find(message.Id) is null) others.Add(message);
        var surplus = Math.Max(0, others.Count - Kept);
        return new MessageLog([.. others.Where((known, index) => index >= surplus || !known.IsFinal)]);
    }
}
