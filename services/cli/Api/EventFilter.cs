using Athene.Contracts.Events;

namespace Athene.Cli.Api;

/// <summary>Which events are wanted.</summary>
internal sealed record EventFilter(string? SessionId, string? Kind, DateTimeOffset? Since)
{
    public string Query()
    {
        var parts = new List<string>(3);
        if (SessionId is not null) parts.Add($"session={Uri.EscapeDataString(SessionId)}");
        if (Kind is not null) parts.Add($"kind={Uri.EscapeDataString(Kind)}");
        if (Since is { } since) parts.Add($"since={Uri.EscapeDataString(since.UtcDateTime.ToString("O"))}");
        return parts.Count == 0 ? "" : $"?{string.Join('&', parts)}";
    }

    public bool Matches(EventDocument entry) =>
        (SessionId is null || entry.SessionId == SessionId) && (Kind is null || entry.Kind == Kind) && (Since is null || entry.Time >= Since);
}
