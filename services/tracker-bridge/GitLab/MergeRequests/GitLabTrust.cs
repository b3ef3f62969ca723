namespace Athene.TrackerBridge.GitLab.MergeRequests;

/// <summary>Whose words go where, by the ids of users.</summary>
/// <param name="Writers">Those who may write to the project.</param>
/// <param name="Bots">Those who are programs.</param>
internal sealed record GitLabTrust(IReadOnlySet<long> Writers, IReadOnlySet<long> Bots)
{
    public bool MayWrite(GitLabUser? user) => user is not null && Writers.Contains(user.Id);

    /// <summary>Whose account is gone is no program.</summary>
    public bool IsBot(GitLabUser? user) => user is not null && Bots.Contains(user.Id);

    public bool Trusts(GitLabUser? user) => MayWrite(user) || IsBot(user);
}
