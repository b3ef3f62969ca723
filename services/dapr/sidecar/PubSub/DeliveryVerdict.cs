using System.Text.Json;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.PubSub;

/// <summary>Dapr's reading of an app's answer to a delivery.</summary>
internal static class DeliveryVerdict
{
    public static DeliveryOutcome Of(int status, byte[] body) => OfStatus(status) ?? OfText(StatusText(body));

    /// <summary>An outcome for each of <paramref name="entryIds"/>, in their order: an entry that the answer does not mention is retried.</summary>
    public static IReadOnlyList<DeliveryOutcome> OfEach(int status, byte[] body, IReadOnlyList<string> entryIds)
    {
        if (OfStatus(status) is { } all) return [.. entryIds.Select(_ => all)];
        var statuses = EntryStatuses(body);
        return [.. entryIds.Select(id => statuses.TryGetValue(id, out var text) ? OfText(text) : DeliveryOutcome.Retry)];
    }

    private static DeliveryOutcome? OfStatus(int status) => status switch
    {
        >= 200 and < 300 => null,
        404 => DeliveryOutcome.Drop,
        _ => DeliveryOutcome.Retry,
    };

    private static DeliveryOutcome OfText(string? text) => text switch
    {
        null or "" or "SUCCESS" => DeliveryOutcome.Success,
        "DROP" => DeliveryOutcome.Drop,
        _ => DeliveryOutcome.Retry,
    };

    private static string? StatusText(byte[] body)
    {
        using var json = TryParse(body);
        return json is not null && json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("status", out var status) ? status.ToString() : null;
    }

    private static Dictionary<string, string> EntryStatuses(byte[] body)
    {
        Dictionary<string, string> found = [];
        using var json = TryParse(body);
        if (json is null || json.RootElement.ValueKind != JsonValueKind.Object) return found;
        if (!json.RootElement.TryGetProperty("statuses", out var statuses) || statuses.ValueKind != JsonValueKind.Array) return found;
        foreach (var entry in statuses.EnumerateArray().Where(entry => entry.ValueKind == JsonValueKind.Object))
            if (entry.TryGetProperty("entryId", out var id))
                found[id.ToString()] = entry.TryGetProperty("status", out var status) ? status.ToString() : "";
        return found;
    }

    /// <summary>Null when it is not JSON, or empty: then the status code alone counts.</summary>
    private static JsonDocument? TryParse(byte[] body)
    {
        try
        {
            return ForeignJson.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
