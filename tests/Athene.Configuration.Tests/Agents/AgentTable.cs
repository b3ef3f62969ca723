using Athene.Configuration.Agents;

namespace Athene.Configuration.Tests.Agents;

/// <summary>The README's table of the agents that come with Athene.</summary>
internal static class AgentTable
{
    private const string Begin = "<!-- agents: made from the profiles -->";
    private const string End = "<!-- agents end -->";

    public static string Render()
    {
        var agents = AgentProfiles.BuiltIn.OrderBy(layer => layer.Key, StringComparer.Ordinal).Select(layer => AgentSummary.Of(layer.Value.Complete(layer.Key)!));
        return string.Join('\n', [
            "| agent | task | instructions | permission modes | resume | conversation id | own record | checked with |",
            "|---|---|---|---|---|---|---|---|",
            .. agents.Select(Row),
        ]);
    }

    /// <summary>The text with the table between its marks replaced.</summary>
    public static string ReplaceIn(string text)
    {
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return begin < Begin.Length || end < begin
            ? throw new InvalidOperationException($"The README has no marks '{Begin}' and '{End}'.")
            : $"{text[..begin]}\n{Render()}\n{text[end..]}";
    }

    private static string Row(AgentSummary agent) =>
        $"| [`{agent.Name}`]({agent.Docs}) {agent.DisplayName} | {agent.Prompt} | {agent.SystemPrompt} | {string.Join(", ", agent.Permissions)}"
        + $" | {agent.Resume ?? "–"} | {agent.Id ?? "–"} | {(agent.ReadsRecord ? "read" : "–")} | {agent.Verified} |";
}
