using System.Text.RegularExpressions;

namespace Athene.Testing.GitHub.GraphQL;

/// <summary>The words of a GraphQL document, one after the other.</summary>
internal sealed partial class GraphSyntax
{
    private readonly List<string> tokens;
    private int position;

    public GraphSyntax(string text)
    {
        tokens = [.. Words().Matches(text).Select(match => match.Value).Where(word => !word.StartsWith('#'))];
        tokens.Add("");
    }

    public string Current => tokens[position];

    public bool IsAtEnd => Current.Length == 0;

    public string Next() => tokens[position++];

    /// <summary>Takes the word when it is the next one.</summary>
    public bool Take(string word)
    {
        if (Current != word) return false;
        position++;
        return true;
    }

    public void Expect(string word)
    {
        if (!Take(word)) throw new GraphInvalidException($"Expected '{word}', found '{Current}'");
    }

    [GeneratedRegex("""#[^\n]*|\.\.\.|"(?:[^"\\]|\\.)*"|[_A-Za-z][_0-9A-Za-z]*|-?\d+(?:\.\d+)?|[!$():=@\[\]{|}]""")]
    private static partial Regex Words();
}
