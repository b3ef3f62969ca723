using Athene.Configuration.Agents;

namespace Athene.Agents.Tests;

/// <summary>An option that a profile gives to its agent.</summary>
/// <param name="Value">Its value, when that is a fixed word of the profile.</param>
public sealed record CommandOption(string Name, string? Value)
{
    /// <summary>All options of an argument vector.</summary>
    public static IEnumerable<CommandOption> Of(IReadOnlyList<string> vector)
    {
        foreach (var (position, element) in vector.Index())
        {
            if (!element.StartsWith('-') || element == "--") continue;
            var parts = element.Split('=', 2);
            var next = parts.Length == 1 && position + 1 < vector.Count && !vector[position + 1].StartsWith('-') ? vector[position + 1] : null;
            var value = parts.Length == 2 ? parts[1] : next;
            // A key of a configuration is no word of a help text.
            var isWord = value is not null && !value.Contains('=') && !AgentPlaceholders.Pattern().IsMatch(value);
            yield return new CommandOption(parts[0], isWord ? value : null);
        }
    }
}
