using System.Globalization;
using System.Text;

namespace Athene.Processes.Builders;

/// <summary>Builds an argument line, quoting each argument so that the program receives it unchanged.</summary>
public sealed class ArgumentsBuilder
{
    private readonly StringBuilder line = new();

    public ArgumentsBuilder Add(string value) => Add(value, escape: true);

    public ArgumentsBuilder Add(string value, bool escape)
    {
        if (line.Length > 0) line.Append(' ');
        if (escape && NeedsQuotes(value)) AppendQuoted(value);
        else line.Append(value);
        return this;
    }

    public ArgumentsBuilder Add(IEnumerable<string> values) => Add(values, escape: true);

    public ArgumentsBuilder Add(IEnumerable<string> values, bool escape)
    {
        foreach (var value in values) Add(value, escape);
        return this;
    }

    public ArgumentsBuilder Add(IFormattable value) => Add(value.ToString(null, CultureInfo.InvariantCulture));

    public string Build() => line.ToString();

    private static bool NeedsQuotes(string value) =>
        value.Length == 0 || value.Any(character => character == '"' || char.IsWhiteSpace(character));

    // The rule of CommandLineToArgvW, which .NET applies on every system: backslashes count only before a quotation mark.
    private void AppendQuoted(string value)
    {
        line.Append('"');
        var backslashes = 0;
        foreach (var character in value)
        {
            if (character == '\\')
            {
                backslashes++;
                continue;
            }

            line.Append('\\', character == '"' ? (backslashes * 2) + 1 : backslashes).Append(character);
            backslashes = 0;
        }

        line.Append('\\', backslashes * 2).Append('"');
    }
}
