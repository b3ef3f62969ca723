using System.Text;

namespace Athene.Session.Machine.Terminals.Screens;

/// <summary>Lines with a cursor: the last ones are what a window of some rows shows, those above it are scroll-back.</summary>
/// <param name="mostLines">Older ones are forgotten.</param>
internal sealed class ScreenBuffer(int mostLines)
{
    private readonly List<StringBuilder> lines = [new()];

    public int Columns { get; set; }

    /// <summary>When they become fewer, the cursor comes down into the window that is left, as on other terminals.</summary>
    public int Rows
    {
        get;
        set
        {
            field = value;
            line = Math.Max(line, Top);
        }
    }

    public int Column { get; private set; }

    /// <summary>Of the window, from 0.</summary>
    public int Row => line - Top;

    private int line;

    private int Top => Math.Max(0, lines.Count - Rows);

    public void Print(char character)
    {
        if (Column >= Columns)
        {
            Column = 0;
            LineFeed();
        }

        var text = lines[line];
        if (Column < text.Length) text[Column] = character;
        else text.Append(' ', Column - text.Length).Append(character);
        Column++;
    }

    public void LineFeed()
    {
        line++;
        if (line < lines.Count) return;
        lines.Add(new StringBuilder());
        // Many at once: taking them off one by one would move the whole list each time.
        var excess = lines.Count - mostLines;
        if (excess < mostLines / 8) return;
        lines.RemoveRange(0, excess);
        line -= excess;
    }

    public void MoveTo(int row, int column)
    {
        line = Top + Math.Clamp(row, 0, Rows - 1);
        while (line >= lines.Count) lines.Add(new StringBuilder());
        Column = Math.Clamp(column, 0, Columns - 1);
    }

    public void MoveBy(int rows, int columns) => MoveTo(Row + rows, Math.Min(Column, Columns - 1) + columns);

    public void EraseInLine(int which)
    {
        var text = lines[line];
        switch (which)
        {
            case 0 when Column < text.Length:
                text.Length = Column;
                break;
            case 1:
                Blank(text, 0, Column + 1);
                break;
            case 2:
                text.Clear();
                break;
        }
    }

    public void EraseInScreen(int which)
    {
        var (from, to) = which switch { 0 => (line + 1, lines.Count), 1 => (Top, line), _ => (Top, lines.Count) };
        foreach (var text in lines.GetRange(from, to - from)) text.Clear();
        if (which < 2) EraseInLine(which);
    }

    public void EraseCharacters(int count) => Blank(lines[line], Column, count);

    public void DeleteCharacters(int count)
    {
        var text = lines[line];
        if (Column < text.Length) text.Remove(Column, Math.Min(count, text.Length - Column));
    }

    /// <summary>The last lines that have text, without white space at their ends.</summary>
    public string Last(int count)
    {
        var end = lines.Count;
        while (end > 0 && IsBlank(lines[end - 1])) end--;
        var start = Math.Max(0, end - Math.Min(count, mostLines));
        return string.Join('\n', lines.GetRange(start, end - start).Select(text => text.ToString().TrimEnd()));
    }

    private static bool IsBlank(StringBuilder text) => text.Length == 0 || string.IsNullOrWhiteSpace(text.ToString());

    private static void Blank(StringBuilder text, int from, int count)
    {
        for (var at = from; at < Math.Min(from + count, text.Length); at++) text[at] = ' ';
    }
}
