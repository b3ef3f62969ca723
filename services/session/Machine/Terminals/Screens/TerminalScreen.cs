using System.Globalization;
using System.Text;

namespace Athene.Session.Machine.Terminals.Screens;

/// <summary>
/// What a program has written, as lines of text. Cursor movement, erasing and the alternate screen are followed, which is enough for what
/// agents show; colours, scroll regions, inserted lines and the double width of some characters are not: whoever wants the picture attaches.
/// </summary>
internal sealed class TerminalScreen : IScreenActions
{
    private const int TabWidth = 8;

    private readonly ScreenBuffer main;
    private readonly EscapeParser parser;
    private readonly List<byte> replies = [];
    private ScreenBuffer current;
    private (int Row, int Column) saved;

    public TerminalScreen(int columns, int rows, int mostLines)
    {
        main = new ScreenBuffer(mostLines);
        current = main;
        parser = new EscapeParser(this);
        Resize(columns, rows);
    }

    /// <summary>The program wants to be told what is pasted and what is typed.</summary>
    public bool BracketedPaste { get; private set; }

    public void Resize(int columns, int rows)
    {
        (main.Columns, main.Rows) = (columns, rows);
        (current.Columns, current.Rows) = (columns, rows);
    }

    public void Feed(ReadOnlySpan<byte> bytes) => parser.Feed(bytes);

    public string Last(int lines) => current.Last(lines);

    /// <summary>The answers to what the program has asked its terminal since the last time.</summary>
    public byte[] TakeReplies()
    {
        if (replies.Count == 0) return [];
        byte[] taken = [.. replies];
        replies.Clear();
        return taken;
    }

    void IScreenActions.Print(char character) => current.Print(character);

    void IScreenActions.Control(char character)
    {
        switch (character)
        {
            case '\n' or '\v' or '\f':
                current.LineFeed();
                break;
            case '\r':
                current.MoveTo(current.Row, 0);
                break;
            case '\b':
                current.MoveBy(0, -1);
                break;
            case '\t':
                current.MoveTo(current.Row, ((current.Column / TabWidth) + 1) * TabWidth);
                break;
        }
    }

    void IScreenActions.Escape(char final)
    {
        switch (final)
        {
            case '7':
                saved = (current.Row, current.Column);
                break;
            case '8':
                current.MoveTo(saved.Row, saved.Column);
                break;
            case 'D' or 'E':
                current.LineFeed();
                if (final == 'E') current.MoveTo(current.Row, 0);
                break;
            case 'M':
                current.MoveBy(-1, 0);
                break;
            case 'c':
                current.EraseInScreen(2);
                current.MoveTo(0, 0);
                BracketedPaste = false;
                break;
        }
    }

    void IScreenActions.Sequence(char prefix, IReadOnlyList<int> numbers, char final)
    {
        if (prefix == '?' && final is 'h' or 'l') SetModes(numbers, on: final == 'h');
        else if (prefix == '\0') Obey(numbers, final);
    }

    private void Obey(IReadOnlyList<int> numbers, char final)
    {
        var first = numbers.Count > 0 ? numbers[0] : 0;
        var count = Math.Max(first, 1);
        var second = numbers.Count > 1 ? Math.Max(numbers[1], 1) : 1;
        switch (final)
        {
            case 'A': current.MoveBy(-count, 0); break;
            case 'B' or 'e': current.MoveBy(count, 0); break;
            case 'C' or 'a': current.MoveBy(0, count); break;
            case 'D': current.MoveBy(0, -count); break;
            case 'E': current.MoveTo(current.Row + count, 0); break;
            case 'F': current.MoveTo(current.Row - count, 0); break;
            case 'G' or '`': current.MoveTo(current.Row, count - 1); break;
            case 'd': current.MoveTo(count - 1, current.Column); break;
            case 'H' or 'f': current.MoveTo(count - 1, second - 1); break;
            case 'J': current.EraseInScreen(first); break;
            case 'K': current.EraseInLine(first); break;
            case 'X': current.EraseCharacters(count); break;
            case 'P': current.DeleteCharacters(count); break;
            case 's': saved = (current.Row, current.Column); break;
            case 'u': current.MoveTo(saved.Row, saved.Column); break;
            case 'n': Report(first); break;
            case 'c': Reply("\e[?1;2c"); break;
        }
    }

    private void SetModes(IReadOnlyList<int> numbers, bool on)
    {
        foreach (var mode in numbers)
        {
            if (mode == 2004) BracketedPaste = on;
            if (mode is 47 or 1047 or 1049) UseAlternate(on);
        }
    }

    private void UseAlternate(bool on)
    {
        if (on == (current != main)) return;
        current = on ? new ScreenBuffer(main.Rows) { Columns = main.Columns, Rows = main.Rows } : main;
    }

    // Some programs do not start before their terminal has told them where the cursor is.
    private void Report(int what)
    {
        if (what == 5) Reply("\e[0n");
        if (what == 6) Reply(string.Create(CultureInfo.InvariantCulture, $"\e[{current.Row + 1};{current.Column + 1}R"));
    }

    private void Reply(string text) => replies.AddRange(Encoding.ASCII.GetBytes(text));
}
