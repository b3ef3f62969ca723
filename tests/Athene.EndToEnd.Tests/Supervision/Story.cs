using System.Globalization;
using Athene.Contracts.Lifecycle;
using Athene.EndToEnd.Tests.Harness;
using Athene.EndToEnd.Tests.Supervision.Parts;
using Athene.Testing.GitHub;

namespace Athene.EndToEnd.Tests.Supervision;

/// <summary>
/// What Athene is for, from a spawn to an empty desk: a pull request, a check that fails, a review that asks for changes, an approval, a merge. People
/// and programs at the host do their part when the agent has done its own; everything between is Athene's.
/// </summary>
internal sealed class Story(SupervisedInstallation place)
{
    public const string Check = "build";

    public const string Reviewer = "grace";

    /// <summary>How messages begin about failing checks, and about reviews.</summary>
    public const string FailingChecks = "Checks of your pull request";
    public const string Remarks = "There are remarks on your pull request";

    public const string LastLogLine = "Error: expected 2 but was 3";

    public const string Remark = "Name it for what it is.";

    /// <summary>How long one part may take; longer where services are killed meanwhile.</summary>
    public TimeSpan Patience { get; init; } = Within.Limit;

    /// <returns>The session, ended, and its pull request, merged.</returns>
    public async Task<(SupervisedSession Session, GitHubPull Pull)> PlayAsync()
    {
        var session = await place.SpawnAsync();
        var pull = await session.OpenPullRequestAsync();
        await FailAndMendAsync(session, pull);
        await pull.PassChecksAsync();
        await ReviewAndReviseAsync(session, pull);
        await pull.PassChecksAsync();
        await Within.TrueAsync(() => pull.IsMerged, string.Create(CultureInfo.InvariantCulture, $"pull request #{pull.Number} of {session.Id} was merged"), Patience);
        await session.UntilAsync(now => now.Status is SessionStatus.Cleanup, "was cleaned up", Patience);
        return (session, pull);
    }

    /// <summary>The check fails, and the agent pushes what mends it.</summary>
    public async Task FailAndMendAsync(SupervisedSession session, GitHubPull pull)
    {
        var head = pull.HeadSha;
        await pull.FailCheckAsync(Check, "Run tests", "Running 12 tests", LastLogLine);
        await session.PushedAsync(pull, WorkingAgent.Mended, head, Patience);
    }

    /// <summary>A reviewer asks for changes, gets them, and approves.</summary>
    public async Task ReviewAndReviseAsync(SupervisedSession session, GitHubPull pull)
    {
        var head = pull.HeadSha;
        var thread = await pull.RequestChangesAtAsync(Reviewer, session.WorkFile, 1, Remark);
        await session.PushedAsync(pull, WorkingAgent.Reviewed, head, Patience);
        await pull.ResolveAsync(thread);
        await pull.ApproveAsync(Reviewer);
    }
}
