using Athene.Contracts.Projects;

namespace Athene.TrackerBridge.Sessions;

/// <summary>The registered projects and their hosts, as the session service knows them.</summary>
public sealed partial class ProjectDirectory(ISessionService sessions, TimeProvider time, ILogger<ProjectDirectory> logger) : IDisposable
{
    /// <summary>How old an answer may be: a project is registered now and then, a webhook comes at any moment.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);

    /// <summary>How long an answer is waited for where an older one is known: whoever reports a webhook waits as well.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan FirstLimit = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim turn = new(1);

    private Answer? known;

    /// <summary>All projects; while the session service is away or slow, those that it last told.</summary>
    /// <exception cref="HttpRequestException">The session service is away or slow, and has never answered.</exception>
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
        using var deadline = new CancellationTokenSource(known is null ? FirstLimit : Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            known = new Answer(await sessions.ListProjectsAsync(either.Token), time.GetUtcNow());
        }
        catch (Exception away) when (away is HttpRequestException || (away is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            if (known is null) throw away as HttpRequestException ?? new HttpRequestException("The session service did not tell the projects in time.", away);
            LogStale(away);
            known = known with { At = time.GetUtcNow() };
        }

        return known.Projects;
    }

    private sealed record Answer(IReadOnlyList<ProjectDocument> Projects, DateTimeOffset At);
}
