using System.Globalization;
using System.Text;

namespace Athene.Sidecar.Cel;

/// <summary>Cuts a rule into tokens.</summary>
internal sealed class CelLexer
{
    private static readonly string[] Symbols = ["==", "!=", "<=", ">=", "&&", "||", "<", ">", "!", "+", "-", "*", "/", "%", "(", ")", "[", "]", ".", ",", "?", ":"];

    private readonly string text;
    private int at;

    private CelLexer(string text) => this.text = text;

    /// <summary>The tokens, the last one being the end.</summary>
    /// <exception cref="CelSyntaxException">There is something that the language, or its supported part, does not know.</exception>
    public static List<CelToken> Read(string text)
    {
        var lexer = new CelLexer(text);
        List<CelToken> tokens = [];
        do tokens.Add(lexer.Next());
        while (tokens[^1].Kind != CelTokenKind.End);
        return tokens;
    }

    private CelToken Next()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at])) at++;
        if (at == text.Length) return new CelToken(CelTokenKind.End, "the end", at + 1);
        var first = text[at];
        if (first is '"' or '\'') return ReadText(isRaw: false);
        if (first is 'r' or 'R' && at + 1 < text.Length && text[at + 1] is '"' or '\'') return ReadText(isRaw: true);
        if (first is 'b' or 'B' && at + 1 < text.Length && text[at + 1] is '"' or '\'') throw Error(at, "bytes are not supported");
        if (char.IsAsciiDigit(first)) return ReadNumber();
        if (char.IsAsciiLetter(first) || first == '_') return ReadName();
        var symbol = Symbols.FirstOrDefault(symbol => string.CompareOrdinal(text, at, symbol, 0, symbol.Length) == 0)
            ?? throw Error(at, $"the character '{first}' is not supported");
        at += symbol.Length;
        return new CelToken(CelTokenKind.Symbol, symbol, at - symbol.Length + 1);
    }

    private CelToken ReadName()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_')) at++;
        return new CelToken(CelTokenKind.Name, text[start..at], start + 1);
    }

    private CelToken ReadNumber()
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '.' || (text[at] is '+' or '-' && text[at - 1] is 'e' or 'E'))) at++;
        var number = text[start..at];
        if (number.EndsWith('u') || number.EndsWith('U')) throw Error(start, "unsigned numbers are not supported");
        if (number.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && long.TryParse(number.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var bits))
            return new CelToken(CelTokenKind.Literal, number, start + 1, bits);
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var whole)) return new CelToken(CelTokenKind.Literal, number, start + 1, whole);
        const NumberStyles broken = NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        if (number.AsSpan().IndexOfAny(".eE") > 0 && double.TryParse(number, broken, CultureInfo.InvariantCulture, out var value))
            return new CelToken(CelTokenKind.Literal, number, start + 1, value);
        throw Error(start, $"'{number}' is not a number");
    }

    private CelToken ReadText(bool isRaw)
    {
        var start = at;
        if (isRaw) at++;
        var quote = text[at++];
        if (at + 1 < text.Length && text[at] == quote && text[at + 1] == quote) throw Error(start, "texts in triple quotes are not supported");
        var value = new StringBuilder();
        while (true)
        {
            if (at >= text.Length || text[at] is '\n' or '\r') throw Error(start, "the text does not end");
            var next = text[at++];
            if (next == quote) return new CelToken(CelTokenKind.Literal, text[start..at], start + 1, value.ToString());
            if (next == '\\' && !isRaw) value.Append(ReadEscape());
            else value.Append(next);
        }
    }

    private string ReadEscape()
    {
        var start = at - 1;
        if (at >= text.Length) throw Error(start, "the text does not end");
        var escape = text[at++];
        return escape switch
        {
            'n' => "\n",
            't' => "\t",
            'r' => "\r",
            '\\' or '"' or '\'' or '`' or '?' => escape.ToString(),
            'u' => ReadCodePoint(start, 4),
            'U' => ReadCodePoint(start, 8),
            _ => throw Error(start, $"the escape '\\{escape}' is not supported"),
        };
    }

    private string ReadCodePoint(int start, int digits)
    {
        if (at + digits <= text.Length && int.TryParse(text.AsSpan(at, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code))
        {
            at += digits;
            return new Rune(code).ToString();
        }

        throw Error(start, "this is not a character");
    }

    private static CelSyntaxException Error(int index, string reason) => new(index + 1, reason);
}
