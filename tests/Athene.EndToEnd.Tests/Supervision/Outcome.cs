using System.Globalization;
using Athene.EndToEnd.Tests.Harness;
using Athene.EndToEnd.Tests.Supervision.Parts;
using Athene.Testing.GitHub;

namespace Athene.EndToEnd.Tests.Supervision;

/// <summary>What came of a story, counted outside Athene: at the agent's terminal, at the host, at Slack and on the machine.</summary>
/// <param name="FailureMessages">How often the agent was told of failing checks.</param>
/// <param name="Remarks">How often the reviewer's remark was typed to it.</param>
/// <param name="Commits">What it pushed, in order.</param>
/// <param name="Merges">How often the host was told to merge, and did.</param>
/// <param name="PostsTwice">Posts at Slack that tell what another one tells.</param>
internal sealed record Outcome(
    int FailureMessages, int Remarks, string Commits, int Merges, int PostsOfOpening, int PostsOfMerging, int PostsTwice, bool HasWorktree, bool HasTerminal, bool HasBranch)
{
    /// <summary>Everything once, and nothing left but the branch.</summary>
    public static Outcome Expected { get; } = new(
        1, 1, $"{WorkingAgent.Task}, {WorkingAgent.Mended}, {WorkingAgent.Reviewed}", 1, 1, 1, 0, HasWorktree: false, HasTerminal: false, HasBranch: true);

    public static async Task<Outcome> OfAsync(SupervisedInstallation place, SupervisedSession session, GitHubPull pull)
    {
        var number = pull.Number.ToString(CultureInfo.InvariantCulture);
        var subjects = await place.Clone.GitAsync("log", "--reverse", "--author", WorkingAgent.Author, "--format=%s", $"main..{session.Branch}");
        var merge = $"/pulls/{number}/merge";
        return new Outcome(
            session.Told(Story.FailingChecks).Count,
            session.Typed.Count(line => line.Contains(Story.Remark, StringComparison.Ordinal)),
            subjects.Replace("\n", ", ", StringComparison.Ordinal),
            place.GitHub.Requests.Count(request => request is { Method: "PUT", Status: 200 } && request.Target.EndsWith(merge, StringComparison.Ordinal)),
            session.PostsOf($"opened pull request #{number}").Count,
            session.PostsOf($"PR #{number} merged").Count,
            session.Posts.Count - session.Posts.Select(IdOf).Distinct().Count(),
            Directory.Exists(session.WorkspacePath),
            (await place.Athene.Machine.TerminalsAsync()).Contains(session.Id),
            (await place.Clone.BranchesAsync()).Contains(session.Branch));
    }

    private static string? IdOf(SlackPost post) => (string?)post.Body["metadata"]?["event_payload"]?["id"];
}
