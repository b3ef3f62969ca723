using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Athene.Contracts.Errors;
using Athene.Contracts.Events;
using Athene.Session.Records;

namespace Athene.Session.History;

/// <summary>Takes what other services add to the history: only kinds that are theirs, each id once, and nothing secret.</summary>
public sealed partial class EventIntake(ILedger ledger, HistoryReader history) : IDisposable
{
    /// <summary>Data that is larger is left out (spec lifecycle.md §19).</summary>
    private const int MostBytes = 16 * 1024;

    private const string IdMember = "id";

    // What the session service tells itself is not among them: nobody else can make the history say that a session was spawned.
    private static readonly string[] Beginnings =
    [
        "activity.", "api.webhook_", "budget.", "detecting.", "lifecycle.", "notification.", "notifier.", "queue.", "reaction.", "report_watcher.", "scm.",
        "session.auto_cleanup_", "tracker.",
    ];

    private static readonly string[] AllLevels = [Levels.Info, Levels.Warn, Levels.Error];

    private readonly SemaphoreSlim turn = new(1, 1);

    /// <exception cref="AtheneException">It has no id, its kind is none of another service, or its level is none.</exception>
    public async Task AcceptAsync(EventRequest request, CancellationToken cancellationToken)
    {
        Check(request);
        // One at a time, so that one who lost patience and asks again finds what was kept meanwhile.
        await turn.WaitAsync(cancellationToken);
        try
        {
            var known = await history.ReadAsync(new HistoryQuery(request.SessionId, request.Kind), cancellationToken);
            if (known.Any(happened => happened.Data?[IdMember] is JsonValue id && id.TryGetValue<string>(out var text) && text == request.Id)) return;
            var data = IsSmall(request.Data) ? (JsonObject)request.Data.DeepClone() : [];
            data[IdMember] = request.Id;
            await ledger.RecordAsync(
                new Happening(request.Kind, request.Summary, request.ProjectId, request.SessionId, request.Level, data), cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    private static bool IsSmall([NotNullWhen(true)] JsonObject? data) => data is not null && Encoding.UTF8.GetByteCount(data.ToJsonString()) <= MostBytes;

    public void Dispose() => turn.Dispose();

    private static void Check(EventRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Id) || request.Id.Length > 200) throw Wrong("An event needs an id of at most 200 characters.");
        if (!Beginnings.Any(start => request.Kind.StartsWith(start, StringComparison.Ordinal)) || !KindPattern().IsMatch(request.Kind))
            throw Wrong($"No other service may tell of '{OneLine.Of(request.Kind)}'.");
        if (!AllLevels.Contains(request.Level)) throw Wrong($"'{OneLine.Of(request.Level)}' is not one of {string.Join(", ", AllLevels)}.");
    }

    private static AtheneException Wrong(string what) => new(
        ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, what, $"Kinds that are taken begin with {string.Join(" ", Beginnings)}.");

    [GeneratedRegex(@"^[a-z_]+(\.[a-z_]+)+\z")]
    private static partial Regex KindPattern();
}
