using System.Text.Json;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.Actors;

/// <summary>
/// Reads what an app answers to <c>GET /dapr/config</c>. <c>actorScanInterval</c> and <c>remindersStoragePartitions</c> mean nothing here:
/// nothing is scanned and reminders are rows.
/// </summary>
internal static class ActorConfigReader
{
    /// <summary>The actor types the app hosts, in its order, each with its settings.</summary>
    /// <exception cref="FormatException">A duration is not one; the message says which.</exception>
    public static IReadOnlyList<KeyValuePair<string, ActorTypeSettings>> Read(JsonElement config)
    {
        if (config.ValueKind != JsonValueKind.Object) return [];
        var general = ReadSettings(config, new ActorTypeSettings());
        var special = Items(config, "entitiesConfig")
            .SelectMany(item => Names(item).Select(name => (name, settings: ReadSettings(item, general))))
            .ToLookup(pair => pair.name, pair => pair.settings);
        return [.. Names(config).Distinct().Select(name => KeyValuePair.Create(name, special[name].FirstOrDefault(general)))];
    }

    private static ActorTypeSettings ReadSettings(JsonElement config, ActorTypeSettings fallback)
    {
        var reentrancy = config.Child("reentrancy");
        return new ActorTypeSettings
        {
            IdleTimeout = Duration(config, "actorIdleTimeout") ?? fallback.IdleTimeout,
            DrainOngoingCallTimeout = Duration(config, "drainOngoingCallTimeout") ?? fallback.DrainOngoingCallTimeout,
            DrainRebalancedActors = Flag(config, "drainRebalancedActors") ?? fallback.DrainRebalancedActors,
            IsReentrant = Flag(reentrancy, "enabled") ?? fallback.IsReentrant,
            MaxStackDepth = Number(reentrancy, "maxStackDepth") ?? fallback.MaxStackDepth,
        };
    }

    private static IEnumerable<string> Names(JsonElement config) =>
        Items(config, "entities").Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()!).Where(name => name.Length > 0);

    private static List<JsonElement> Items(JsonElement config, string name) =>
        config.Child(name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    private static TimeSpan? Duration(JsonElement config, string name)
    {
        if (config.Child(name) is not { ValueKind: JsonValueKind.String } text || text.GetString() is not { Length: > 0 } value) return null;
        try
        {
            return GoDuration.Parse(value);
        }
        catch (FormatException e)
        {
            throw new FormatException($"{name}: {e.Message}", e);
        }
    }

    private static bool? Flag(JsonElement config, string name) =>
        config.Child(name).ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };

    private static int? Number(JsonElement config, string name) =>
        config.Child(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt32(out var value) && value > 0 ? value : null;
}
