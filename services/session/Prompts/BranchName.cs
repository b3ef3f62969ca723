using System.Text.RegularExpressions;

namespace Athene.Session.Prompts;

/// <summary>How branches are named. Pure.</summary>
public static partial class BranchName
{
    private const int LongestSlug = 60;

    /// <summary>
    /// The branch of a worker, by the first rule that fits: the request's, the issue's own, the tracker's rule, one made from the
    /// issue id, one made from the session id.
    /// </summary>
    /// <param name="issueBranch">The name that the issue itself carries; ignored when git would refuse it.</param>
    /// <param name="trackerBranch">The tracker's own rule for the issue; null when the tracker does not know the issue.</param>
    public static string ForWorker(
        string sessionId, string? requested = null, string? issueId = null, string? issueBranch = null, string? trackerBranch = null)
    {
        if (!string.IsNullOrEmpty(requested)) return requested;
        if (trackerBranch is not null || issueBranch is not null)
        {
            if (issueBranch is not null && IsGitSafe(issueBranch)) return issueBranch;
            if (trackerBranch is not null && IsGitSafe(trackerBranch)) return trackerBranch;
        }

        return string.IsNullOrWhiteSpace(issueId) ? $"session/{sessionId}" : $"feat/{FromIssue(issueId, sessionId)}";
    }

    public static string ForOrchestrator(string prefix) => $"orchestrator/{prefix}-orchestrator";

    /// <summary>True for names that git takes and no shell or option parser misreads.</summary>
    public static bool IsGitSafe(string name) =>
        name is { Length: > 0 } and not "@"
        && name[0] is not ('.' or '/' or '-')
        && name[^1] is not ('.' or '/')
        && !ForbiddenPart().IsMatch(name)
        && !name.Any(character => char.IsControl(character) || char.IsWhiteSpace(character) || "~^:?*[\\".Contains(character, StringComparison.Ordinal))
        && !name.Split('/').Any(part => part.EndsWith(".lock", StringComparison.Ordinal));

    private static string FromIssue(string issueId, string sessionId)
    {
        if (PlainId().IsMatch(issueId) && IsGitSafe($"feat/{issueId}")) return issueId;
        var slug = OtherCharacters().Replace(issueId.ToLowerInvariant(), "-");
        slug = (slug.Length > LongestSlug ? slug[..LongestSlug] : slug).Trim('-');
        return slug.Length == 0 ? sessionId : slug;
    }

    [GeneratedRegex(@"\.\.|//|/\.|@\{", RegexOptions.CultureInvariant)]
    private static partial Regex ForbiddenPart();

    [GeneratedRegex(@"^[A-Za-z0-9](?!.*\.\.)[A-Za-z0-9._-]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainId();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex OtherCharacters();
}
