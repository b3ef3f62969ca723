namespace Athene.TrackerBridge.GitLab;

/// <summary>A user in a project, by itself or through its groups.</summary>
internal sealed record GitLabMember(long Id, int AccessLevel)
{
    /// <summary>GitLab's Developer: the lowest level that may push.</summary>
    private const int Developer = 30;

    public bool MayWrite => AccessLevel >= Developer;
}
