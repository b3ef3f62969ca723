using Athene.Contracts.Projects;

namespace Athene.TrackerBridge.Sessions;

/// <summary>The registered projects and their hosts, as the session service knows them.</summary>
public sealed partial class ProjectDirectory(ISessionService sessions, TimeProvider time, ILogger<ProjectDirectory> logger) : IDisposable
{
    /// <summary>How old an answer may be: a project is registered now and then, a webhook comes at any moment.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim turn = new(1);

    private Answer? known;

    /// <summary>All projects; while the session service is away, those that it last told.</summary>
    /// <exception cref="HttpRequestException">The session service is away, and has never answered.</exception>
    public async Task<IReadOnlyList<ProjectDocument>> ListAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } fresh) return fresh;
        await turn.WaitAsync(cancellationToken);
        try
        {
            return Fresh() ?? await AskAsync(cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private IReadOnlyList<ProjectDocument>? Fresh() => known is { } last && time.GetUtcNow() - last.At < Kept ? last.Projects : null;

    private async Task<IReadOnlyList<ProjectDocument>> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            known = new Answer(await sessions.ListProjectsAsync(cancellationToken), time.GetUtcNow());
        }
        catch (HttpRequestException away) when (known is not null)
        {
            LogStale(away);
            known = known with { At = time.GetUtcNow() };
        }

        return known.Projects;
    }

    private sealed record Answer(IReadOnlyList<ProjectDocument> Projects, DateTimeOffset At);
}
