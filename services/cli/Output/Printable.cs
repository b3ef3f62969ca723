namespace Athene.Cli.Output;

/// <summary>Text from agents, issues and programs as a terminal may be given it: nothing in it moves the cursor or changes a colour. Pure.</summary>
internal static class Printable
{
    public static string Of(string text) =>
        text.Any(char.IsControl) ? string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character)) : text;
}
