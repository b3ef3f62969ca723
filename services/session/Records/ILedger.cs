using Athene.Session.History;

namespace Athene.Session.Records;

/// <summary>
/// The session service's records in the Dapr state store, and their only writer. A change of a record and the events about it are one transaction;
/// what is stored is then published (the history is the outbox).
/// </summary>
public interface ILedger
{
    /// <summary>Grows with every change of a record that this process stores.</summary>
    long Version { get; }

    /// <summary>Changes one project and one of its sessions.</summary>
    /// <param name="projectId">The project to load; null when the change concerns none.</param>
    /// <param name="sessionId">The session to load; null when there is none yet.</param>
    /// <param name="change">Sets what is to be stored; its result is the result of the call.</param>
    Task<T> WriteAsync<T>(string? projectId, string? sessionId, Func<LedgerDraft, T> change, CancellationToken cancellationToken);

    /// <summary>
    /// The same for a change that concerns several sessions of a project: all of them, except archived ones, are in <see cref="LedgerDraft.Others"/>,
    /// and what the change replaces there is stored in the same transaction (W-S16).
    /// </summary>
    Task<T> WriteWithOthersAsync<T>(string projectId, string? sessionId, Func<LedgerDraft, T> change, CancellationToken cancellationToken);

    /// <summary>The same for a change that concerns the queue of spawns: it is in <see cref="LedgerDraft.Queue"/>.</summary>
    Task<T> WriteWithQueueAsync<T>(string? projectId, string? sessionId, Func<LedgerDraft, T> change, CancellationToken cancellationToken);

    Task<SpawnQueue> ReadQueueAsync(CancellationToken cancellationToken);

    /// <summary>The same for a change that concerns what was spent today: it is in <see cref="LedgerDraft.Day"/>.</summary>
    Task<T> WriteWithSpendingAsync<T>(string? projectId, string? sessionId, Func<LedgerDraft, T> change, CancellationToken cancellationToken);

    /// <summary>What was spent today, by the machine's clock and time zone.</summary>
    Task<SpendingDay> ReadTodayAsync(CancellationToken cancellationToken);

    /// <summary>Adds events that change no record.</summary>
    Task RecordAsync(Happening happening, CancellationToken cancellationToken);

    Task<SessionRecord?> FindSessionAsync(string sessionId, CancellationToken cancellationToken);

    Task<ProjectRecord?> FindProjectAsync(string projectId, CancellationToken cancellationToken);

    /// <summary>All projects that have a record, in the order in which they came.</summary>
    Task<IReadOnlyList<ProjectRecord>> ListProjectsAsync(CancellationToken cancellationToken);

    /// <summary>The ids of archived sessions on one page of a project's archive; <paramref name="page"/> counts from 0, oldest first.</summary>
    Task<IReadOnlyList<string>> ListArchivedAsync(string projectId, int page, CancellationToken cancellationToken);

    /// <summary>The sessions with these ids, in one bulk read; those that are gone or unreadable are left out.</summary>
    Task<IReadOnlyList<SessionRecord>> ListSessionsAsync(IReadOnlyList<string> sessionIds, CancellationToken cancellationToken);
}
