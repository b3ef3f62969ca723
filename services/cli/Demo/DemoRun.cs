using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Cli.Supervision;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Operations;
using Athene.Contracts.Projects;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Demo;

/// <summary>Athene's main job, in small: start the services, spawn a session an issue, watch them until all have reported.</summary>
internal sealed class DemoRun(CliContext context, DemoPlace place, CommandOutput output) : IDisposable
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private SessionApi? api;

    private SessionApi Api => api ??= SessionApi.Connect(context);

    public async Task StartServicesAsync(CancellationToken cancellationToken)
    {
        output.Progress("Starting Athene's services…");
        await new DetachedSupervisor(context).StartAsync(["--config", place.ConfigurationFile], cancellationToken);
        var request = new ProjectRequest(place.Repository, DemoPlace.ProjectId, DemoPlace.ProjectId);
        await Api.PostAsync<ProjectRequest, ProjectDocument>("v1/projects", request, cancellationToken);
    }

    /// <summary>Three sessions side by side.</summary>
    public Task<string[]> SpawnAsync(CancellationToken cancellationToken)
    {
        output.Progress($"Spawning a session for each of {DemoIssue.All.Count} issues: a worktree, a terminal and an agent of its own…");
        return Task.WhenAll(DemoIssue.All.Select(issue => SpawnAsync(issue, cancellationToken)));
    }

    /// <summary>Watches until every session has reported that it is done.</summary>
    /// <returns>The sessions as they are then.</returns>
    public async Task<SessionList> WatchAsync(string[] ids, DemoBoard board, CancellationToken cancellationToken)
    {
        var started = context.Time.GetTimestamp();
        var done = new HashSet<string>();
        while (true)
        {
            var sessions = await Api.GetAsync<SessionList>($"v1/sessions?all=true&project={DemoPlace.ProjectId}", cancellationToken);
            board.Show(sessions.Data);
            done.UnionWith(sessions.Data.Where(IsDone).Select(session => session.Id));
            if (done.IsSupersetOf(ids)) return sessions;
            if (context.Time.GetElapsedTime(started) > Patience)
            {
                throw Problems.Failed(
                    $"After {Patience.TotalSeconds} s these have not reported that they are done: {string.Join(", ", ids.Except(done))}.",
                    "Look at what they did with: athene demo --keep");
            }

            await Task.Delay(LookInterval, context.Time, cancellationToken);
        }
    }

    /// <summary>The branches with the commits that the agents made on them.</summary>
    public async Task<IReadOnlyList<(SessionDocument Session, string Commits)>> CommitsAsync(SessionList sessions, CancellationToken cancellationToken)
    {
        var commits = new List<(SessionDocument, string)>();
        foreach (var session in sessions.Data.OrderBy(session => session.Id, StringComparer.Ordinal))
        {
            commits.Add((session, await place.GitAsync(cancellationToken, "log", "--oneline", "--stat", "--format=%h %s", $"main..{session.Branch}")));
        }

        return commits;
    }

    /// <summary>Ends the sessions and the services.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        if (RunFile.Read(context.Home) is not { } run) return;
        try
        {
            var sessions = await Api.GetAsync<SessionList>("v1/sessions", cancellationToken);
            await Task.WhenAll(sessions.Data.Select(session => Api.PostAsync<KillRequest, KillResult>(
                SessionPath.Of(session.Id, "/kill"), new KillRequest(Purge: true, Force: true), cancellationToken)));
        }
        catch (AtheneException error)
        {
            // The services are stopped all the same; what they could not end is said.
            output.Progress($"Not all sessions could be ended: {error.Message}");
        }

        await run.Supervisor.StopAsync(TimeSpan.FromSeconds(30), context.Time, cancellationToken);
        await Orphans.StopAsync(context.Home, context.Time, cancellationToken);
    }

    public void Dispose() => api?.Dispose();

    private static bool IsDone(SessionDocument session) =>
        session.Lifecycle.Session.Reason is SessionReason.ResearchComplete || session.Lifecycle.IsTerminal;

    private async Task<string> SpawnAsync(DemoIssue issue, CancellationToken cancellationToken)
    {
        var operation = await Api.PostAsync<SpawnRequest, OperationDocument>(
            $"v1/projects/{DemoPlace.ProjectId}/sessions", new SpawnRequest(issue.Id, Agent: DemoPlace.Agent), cancellationToken, Guid.CreateVersion7().ToString());
        await foreach (var now in Api.WatchAsync<OperationDocument>($"v1/operations/{operation.Id}", cancellationToken))
        {
            if (now is { State: OperationState.Succeeded, SessionId: { } id }) return id;
            if (now is { State: OperationState.Failed, Error: { } problem }) throw new AtheneException(problem);
        }

        throw new OperationCanceledException(cancellationToken);
    }
}
