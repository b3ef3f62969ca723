using System.Text.Json.Nodes;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Observing;
using Athene.Session.Projects;
using Athene.Session.Prompts;
using Athene.Session.PullRequests;
using Athene.Session.Records;
using Athene.Session.Reports;

namespace Athene.Session.Hooks;

/// <summary>
/// Lets facts have their effect: what an agent does becomes evidence, a pull request or another branch changes the session's record through its
/// only writer (W-S4). A fact that comes again changes nothing.
/// </summary>
public sealed class HookIntake(ILedger ledger, IEvidence evidence, IProjectCatalog projects, IWorkspaceHeads heads, TimeProvider time)
{
    private readonly SeenFacts seen = new();

    public async Task ApplyAsync(string sessionId, HookFact fact, CancellationToken cancellationToken)
    {
        var id = $"{sessionId}/{fact.Id}";
        if (seen.Contains(id)) return;
        var now = time.GetUtcNow();
        var effect = HookMeaning.Of(fact.At > now ? fact with { At = now } : fact);
        if (effect.Evidence is { } said) evidence.Add(sessionId, said);
        if (effect.Prompt is { } prompt) evidence.AddPrompt(sessionId, prompt);
        if (effect.PullRequest is { } url) await AddPullRequestAsync(sessionId, url, cancellationToken);
        if (effect.HeadMoved) await FollowBranchAsync(sessionId, cancellationToken);
        seen.Add(id);
    }

    private async Task AddPullRequestAsync(string sessionId, string url, CancellationToken cancellationToken)
    {
        if (await ledger.FindSessionAsync(sessionId, cancellationToken) is not { } known || PullRequestUrl.Parse(url) is not { } address) return;
        await ledger.WriteWithOthersAsync(
            known.ProjectId,
            sessionId,
            draft =>
            {
                if (draft.Session is not { Lifecycle.IsTerminal: false, Kind: SessionKind.Worker } session || PrList.Holds(session, url)) return false;
                draft.Session = ReportedPullRequest.Add(draft, session, address, "pr_created");
                if (ReferenceEquals(draft.Session, session)) return false;
                draft.Record(new Happening(
                    EventKinds.PullRequestOpened, $"{sessionId} opened {address.Address}", session.ProjectId, sessionId,
                    Data: new JsonObject { ["url"] = address.Address, ["number"] = address.Number }));
                return true;
            },
            cancellationToken);
    }

    // What is checked out is asked of git itself: a fact says when to look, never what is there.
    private async Task FollowBranchAsync(string sessionId, CancellationToken cancellationToken)
    {
        if (await ledger.FindSessionAsync(sessionId, cancellationToken) is not { WorkspacePath: { } workspace, Lifecycle.IsTerminal: false } known) return;
        var branch = await heads.BranchAsync(workspace, cancellationToken);
        var project = await projects.GetAsync(known.ProjectId, cancellationToken);
        // The default branch is everybody's: a session that looks at it has not moved its work there.
        // A name that git itself would not give (an option, say) is none to hand to git later.
        if (branch is null || branch == project.DefaultBranch || !BranchName.IsGitSafe(branch)) return;
        await ledger.WriteAsync(
            known.ProjectId,
            sessionId,
            draft =>
            {
                if (draft.Session is not { Lifecycle.IsTerminal: false } session || session.Branch == branch) return false;
                // Whoever ends or moves the worktree has settled on its branch; the spawn that is still typing the task has not.
                if (session.HeldBy is { } holder && holder != session.OperationId) return false;
                draft.Session = session with { Branch = branch };
                draft.Record(new Happening(
                    EventKinds.BranchChanged, $"{sessionId} works on {branch} now, not on {session.Branch}", session.ProjectId, sessionId,
                    Data: new JsonObject { ["branch"] = branch, ["before"] = session.Branch }));
                return true;
            },
            cancellationToken);
    }
}
