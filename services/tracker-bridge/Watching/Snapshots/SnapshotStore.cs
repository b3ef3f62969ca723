using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Athene.Contracts.Events;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.Watching.Snapshots;

/// <summary>What is known of pull requests, in the state store.</summary>
public sealed class SnapshotStore(DaprClient dapr)
{
    /// <summary>What was merged or closed changes no more, and is asked for by nobody once its session is gone.</summary>
    private static readonly Dictionary<string, string> ForThreeMonths = new()
    {
        ["ttlInSeconds"] = TimeSpan.FromDays(90).TotalSeconds.ToString(CultureInfo.InvariantCulture),
    };

    private static readonly StateOptions FirstWrite = new() { Concurrency = ConcurrencyMode.FirstWrite };

    /// <summary>What is known of each, in their order, with the version that it was read at.</summary>
    public async Task<IReadOnlyList<(StoredPullRequest? Known, string ETag)>> ReadAsync(
        WatchedHost host, IReadOnlyList<PullRequestSnapshot> snapshots, CancellationToken cancellationToken)
    {
        if (snapshots.Count == 0) return [];
        List<string> keys = [.. snapshots.Select(snapshot => KeyOf(host, snapshot))];
        var items = await dapr.GetBulkStateAsync<StoredPullRequest>(Topics.StateStore, [.. keys.Distinct()], parallelism: null, cancellationToken: cancellationToken);
        var found = items.ToDictionary(item => item.Key, item => ((StoredPullRequest?)item.Value, item.ETag ?? ""));
        return [.. keys.Select(key => found.GetValueOrDefault(key, (null, "")))];
    }

    /// <summary>Stores it. Null: somebody else wrote since it was read. Else the version that it has now.</summary>
    public async Task<string?> WriteAsync(WatchedHost host, StoredPullRequest stored, string etag, CancellationToken cancellationToken)
    {
        var key = KeyOf(host, stored.Snapshot);
        var timeToLive = stored.Snapshot.State is PullRequestState.Open ? null : ForThreeMonths;
        if (!await dapr.TrySaveStateAsync(Topics.StateStore, key, stored, etag, FirstWrite, timeToLive, cancellationToken)) return null;
        return (await dapr.GetStateAndETagAsync<StoredPullRequest>(Topics.StateStore, key, cancellationToken: cancellationToken)).etag;
    }

    // A repository's name is not fit for a key, and the same one may be at two hosts, whose API may be written in several ways.
    private static string KeyOf(WatchedHost host, PullRequestSnapshot snapshot)
    {
        var site = Uri.TryCreate(snapshot.Url, UriKind.Absolute, out var page) ? page.Authority : "";
        var name = string.Create(CultureInfo.InvariantCulture, $"{host.Provider}\n{site}\n{snapshot.Repo.ToLowerInvariant()}\n{snapshot.Number}");
        return $"pull-request-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 12))}";
    }
}
