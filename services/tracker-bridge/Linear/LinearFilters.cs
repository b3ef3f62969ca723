using System.Text.Json.Nodes;
using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Linear;

/// <summary>Linear's <c>IssueFilter</c> for what is asked. Pure.</summary>
internal static class LinearFilters
{
    public static JsonObject Of(LinearIssueId id) => new()
    {
        ["number"] = Equal(id.Number),
        ["team"] = new JsonObject { ["key"] = Equal(id.Team) },
    };

    public static JsonObject Of(IssueFilter filter, string? teamId)
    {
        var asked = new JsonObject();
        if (teamId is not null) asked["team"] = new JsonObject { ["id"] = Equal(teamId) };
        if (filter.State is not IssueSelection.All)
        {
            var ended = new JsonArray([.. LinearWords.EndedTypes.Select(type => JsonValue.Create(type))]);
            asked["state"] = new JsonObject { ["type"] = new JsonObject { [filter.State is IssueSelection.Open ? "nin" : "in"] = ended } };
        }

        if (filter.Assignee is { } assignee) asked["assignee"] = new JsonObject { ["displayName"] = EqualWord(assignee) };
        if (filter.Labels is { Count: > 0 } labels) asked["and"] = new JsonArray([.. labels.Select(Labelled)]);
        return asked;
    }

    private static JsonObject Labelled(string label) =>
        new() { ["labels"] = new JsonObject { ["some"] = new JsonObject { ["name"] = EqualWord(label) } } };

    private static JsonObject Equal(JsonValue value) => new() { ["eq"] = value };

    private static JsonObject Equal(string value) => Equal(JsonValue.Create(value));

    private static JsonObject Equal(int value) => Equal(JsonValue.Create(value));

    private static JsonObject EqualWord(string value) => new() { ["eqIgnoreCase"] = value };
}
