using System.Text.RegularExpressions;
using Athene.Contracts.PullRequests;

namespace Athene.Session.Hooks;

/// <summary>Turns facts into what they mean (spec agents-runtimes-workspaces.md §3.3, §4.2). A fact that nobody knows means nothing. Pure.</summary>
public static partial class HookMeaning
{
    public const string HeadMoved = "head-moved";
    public const string PullRequestCreated = "pr-created";
    public const string DraftPullRequestCreated = "draft-pr-created";

    public static HookEffect Of(HookFact fact) => (fact.Source, fact.Event) switch
    {
        (HookSources.Git, HeadMoved) => new HookEffect(HeadMoved: true),
        (HookSources.GitHub, PullRequestCreated or DraftPullRequestCreated) => new HookEffect(PullRequest: PullRequestIn(fact.Body)),
        (HookSources.ClaudeCode, _) => ClaudeCodeMeaning.Of(fact),
        _ => HookEffect.None,
    };

    private static string? PullRequestIn(string text) =>
        Address().Matches(text).Select(match => PullRequestUrl.Parse(match.Value)).LastOrDefault(url => url is { Repository.Length: > 0 })?.Address;

    [GeneratedRegex("""https?://[^\s"'<>\p{Cc}]{1,500}""", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
