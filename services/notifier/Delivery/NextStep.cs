using System.Globalization;
using Athene.Configuration.Notifiers;
using Athene.Notifier.Routing;

namespace Athene.Notifier.Delivery;

/// <summary>What a notifier does next.</summary>
public abstract record NextStep
{
    /// <summary>Nothing before that time; null: nothing until something comes.</summary>
    public sealed record Wait(DateTimeOffset? Until) : NextStep;

    /// <summary>Quiet hours: what is due waits for their end.</summary>
    public sealed record Postpone(IReadOnlySet<string> Ids, DateTimeOffset Until) : NextStep;

    /// <param name="Digest">The id of the digest that these make; null: there is one, which is told by itself.</param>
    /// <param name="UnansweredSince">When the first try of it began that ended without an answer; null: none did.</param>
    public sealed record Send(IReadOnlyList<Entry> Entries, string? Digest, DateTimeOffset? UnansweredSince) : NextStep;

    /// <summary>Decides about all that waits. Pure.</summary>
    /// <param name="lease">How long a try may go without an answer before whoever made it counts as dead.</param>
    public static NextStep Of(Outbox outbox, QuietHours? quiet, TimeSpan lease, DateTimeOffset now)
    {
        var free = outbox.Open.Where(entry => entry.SendingSince is null || now - entry.SendingSince >= lease).ToArray();
        var due = free.Where(entry => entry.DueAt <= now).OrderBy(entry => entry.DueAt).ToArray();
        if (due.Length == 0) return new Wait(outbox.Open.Select(entry => NextLook(entry, lease, now)).Min());

        foreach (var group in due.GroupBy(entry => entry.Asked ? null : quiet.EndFor(entry.Priority, now)))
        {
            if (group.Key is { } end) return new Postpone(group.Select(entry => entry.Id).ToHashSet(), end);
        }

        return Together(due);
    }

    private static Send Together(Entry[] due)
    {
        var first = due[0];
        // Those that were told together once stay together, so that the same id always tells the same.
        Entry[] entries = first switch
        {
            { Digest: { } known } => [.. due.Where(entry => entry.Digest == known)],
            { Gathered: true, Asked: false } => [.. due.Where(entry => entry is { Gathered: true, Asked: false, Digest: null })],
            _ => [first],
        };
        var digest = first.Digest ?? (first is { Gathered: true, Asked: false } ? IdOf(entries) : null);
        return new Send(entries, digest, entries.Min(entry => entry.UnansweredSince ?? entry.SendingSince));
    }

    private static string IdOf(Entry[] entries) => string.Create(
        CultureInfo.InvariantCulture, $"digest-{entries[0].DueAt.ToUnixTimeSeconds()}-{entries.Length}-{entries[0].Id}");

    private static DateTimeOffset? NextLook(Entry entry, TimeSpan lease, DateTimeOffset now) =>
        entry.SendingSince is { } since && since + lease > now ? since + lease : entry.DueAt;
}
