namespace Athene.TrackerBridge.Webhooks.Normalising;

/// <summary>
/// All that is kept of a webhook: what it is about, so that the host is asked again. It is never taken for the truth, so late, repeated, reordered and
/// replayed webhooks do no harm.
/// </summary>
/// <param name="Repo"><c>owner/name</c> on the host that reported.</param>
public sealed record WebhookHint(HintKind Kind, string Repo, Urgency Urgency)
{
    /// <summary>The pull requests that it names; checks may belong to several, or to none that the host names.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    public string? Branch { get; init; }

    /// <summary>The commit that it is about; for pushes, the one that the branch is at now, null when it was deleted.</summary>
    public string? Sha { get; init; }

    /// <summary>For issues.</summary>
    public int? Issue { get; init; }
}
