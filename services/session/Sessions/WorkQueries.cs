using Athene.Contracts.Sessions;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Projects;
using Athene.Session.Records;

namespace Athene.Session.Sessions;

/// <summary>Says what of a session's work would be missed if its workspace were gone.</summary>
public sealed class WorkQueries(ILedger ledger, IProjectCatalog projects, IUnsavedWork work)
{
    public async Task<UnsavedWork> OfAsync(string sessionId, CancellationToken cancellationToken)
    {
        var session = await ledger.GetSessionAsync(sessionId, cancellationToken);
        if (session.WorkspacePath is not { } path) return UnsavedWork.None;
        var project = await projects.FindAsync(session.ProjectId, cancellationToken);
        IEnumerable<string?> elsewhere = [session.BaseCommit, .. session.Prs.Select(pr => pr.HeadSha)];
        return await work.FindAsync(
            new WorkSearch(path, project?.DefaultBranch ?? "main", [.. elsewhere.OfType<string>()], project?.Symlinks ?? []), cancellationToken);
    }
}
