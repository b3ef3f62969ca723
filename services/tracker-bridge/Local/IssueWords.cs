using System.Text.Json;
using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Local;

/// <summary>How the files spell what an issue can be. Pure.</summary>
internal static class IssueWords
{
    /// <summary>An unknown word is an open issue.</summary>
    public static IssueState StateOf(string? word) => word?.ToLowerInvariant() switch
    {
        "closed" => IssueState.Closed,
        "cancelled" or "canceled" => IssueState.Cancelled,
        "in_progress" or "in-progress" => IssueState.InProgress,
        _ => IssueState.Open,
    };

    public static IssuePriority? PriorityOf(string? word) =>
        Enum.TryParse<IssuePriority>(word, ignoreCase: true, out var priority) && Enum.IsDefined(priority) ? priority : null;

    public static string Of(Enum word) => JsonNamingPolicy.SnakeCaseLower.ConvertName(word.ToString());

    // JSON's strings are YAML's, whatever is in them.
    public static string Quoted(string text) => JsonSerializer.Serialize(text);

    public static string Quoted(IEnumerable<string> texts) => $"[{string.Join(", ", texts.Select(Quoted))}]";
}
