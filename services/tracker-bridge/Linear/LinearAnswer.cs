using System.Text.Json;

namespace Athene.TrackerBridge.Linear;

/// <summary>What a GraphQL request is answered.</summary>
internal sealed record LinearAnswer(JsonElement? Data, IReadOnlyList<LinearError>? Errors)
{
    public LinearError? Error => Errors is [var first, ..] ? first : null;
}
