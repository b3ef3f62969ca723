using System.Text.RegularExpressions;

namespace Athene.Hosting.Quoting;

/// <summary>Fences off text that others wrote, so that an agent reads it as data. Pure.</summary>
public static partial class Fence
{
    private const int Shortest = 3;

    /// <summary>The text between fences that nothing in it can end.</summary>
    public static string Around(string content)
    {
        var longest = Backticks().Matches(content).Select(match => match.Length).DefaultIfEmpty(0).Max();
        var fence = new string('`', Math.Max(Shortest, longest + 1));
        return $"{fence}text\n{content}\n{fence}";
    }

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();
}
