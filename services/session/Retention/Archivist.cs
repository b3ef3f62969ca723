using Athene.Configuration;
using Athene.Session.History;
using Athene.Session.Records;

namespace Athene.Session.Retention;

/// <summary>Moves ended sessions into the archive: at the start, whenever a session ends, and as time passes.</summary>
public sealed partial class Archivist(ILedger ledger, EventFeed feed, AtheneConfiguration configuration, TimeProvider time, ILogger<Archivist> logger)
    : BackgroundService
{
    /// <summary>How long an old session waits at most for its archiving, and a round that failed for the next.</summary>
    private static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            // Listen before looking, so that no end falls between the two.
            using var ends = feed.Listen();
            try
            {
                await ArchiveAsync(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogFailed(logger, failure);
            }

            await UntilOneEndsAsync(ends, stoppingToken);
        }
    }

    private async Task UntilOneEndsAsync(EventFeed.Subscription ends, CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(Interval, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, limit.Token);
        try
        {
            await foreach (var happened in ends.Reader.ReadAllAsync(either.Token))
            {
                if (happened.Kind is EventKinds.Killed) return;
            }
        }
        catch (OperationCanceledException)
        {
            // Time has passed, or the service stops.
        }
    }

    private async Task ArchiveAsync(CancellationToken cancellationToken)
    {
        foreach (var project in await ledger.ListProjectsAsync(cancellationToken))
        {
            var ended = await ledger.ListSessionsAsync(project.Ended, cancellationToken);
            if (RetentionRules.Due(ended, configuration.Retention, time.GetUtcNow()).Count > 0) await ArchiveAsync(project.Id, cancellationToken);
        }
    }

    private async Task ArchiveAsync(string projectId, CancellationToken cancellationToken)
    {
        var archived = await ledger.WriteWithOthersAsync(
            projectId,
            null,
            draft =>
            {
                var ended = (draft.Project?.Ended ?? []).Join(draft.Others, id => id, session => session.Id, (_, session) => session).ToList();
                var due = RetentionRules.Due(ended, configuration.Retention, draft.Now);
                draft.Archive(due);
                return due.Count;
            },
            cancellationToken);
        LogArchived(logger, projectId, archived);
    }
}
