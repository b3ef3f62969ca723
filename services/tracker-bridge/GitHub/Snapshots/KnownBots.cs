namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>Which authors are programs: those of which GitHub says so, and those that go as users (spec trackers-scm-notifiers.md §7.3). Pure.</summary>
/// <param name="configured">Names that the owner's configuration adds.</param>
internal sealed class KnownBots(IReadOnlyList<string> configured)
{
    private const string Suffix = "[bot]";

    private static readonly string[] Usual =
    [
        "cursor", "github-actions", "codecov", "codecov-commenter", "sonarcloud", "dependabot", "renovate", "codeclimate", "deepsource-autofix", "snyk-bot",
        "lgtm-com", "coderabbitai", "greptile-apps", "copilot-pull-request-reviewer",
    ];

    private readonly HashSet<string> names = new(Usual.Concat(configured.Select(Bare)), StringComparer.OrdinalIgnoreCase);

    public bool Include(GraphActor? author) =>
        author is not null && (author.TypeName == "Bot" || author.Login.EndsWith(Suffix, StringComparison.Ordinal) || names.Contains(Bare(author.Login)));

    // GraphQL leaves the suffix out, REST and people write it.
    private static string Bare(string login) => login.EndsWith(Suffix, StringComparison.Ordinal) ? login[..^Suffix.Length] : login;
}
