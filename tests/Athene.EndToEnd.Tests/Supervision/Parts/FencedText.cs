namespace Athene.EndToEnd.Tests.Supervision.Parts;

/// <summary>Reads a text as an agent reads Markdown: what is within a fence is somebody's data.</summary>
internal static class FencedText
{
    private const string Backticks = "```";

    /// <summary>The lines that are in no fence.</summary>
    public static IReadOnlyList<string> Outside(IEnumerable<string> lines)
    {
        List<string> outside = [];
        var fence = "";
        foreach (var line in lines)
        {
            var ticks = line[..(line.Length - line.TrimStart('`').Length)];
            if (fence.Length == 0 && ticks.Length >= Backticks.Length) fence = ticks;
            else if (fence.Length > 0 && ticks.Length >= fence.Length && line.Trim('`', ' ').Length == 0) fence = "";
            else if (fence.Length == 0) outside.Add(line);
        }

        return outside;
    }
}
