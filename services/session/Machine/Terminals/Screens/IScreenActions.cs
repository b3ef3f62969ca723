namespace Athene.Session.Machine.Terminals.Screens;

/// <summary>What a program's output asks of a screen.</summary>
internal interface IScreenActions
{
    void Print(char character);

    /// <summary>A control character: line feed, carriage return, backspace, tab; others mean nothing here.</summary>
    void Control(char character);

    /// <summary>ESC and one character.</summary>
    void Escape(char final);

    /// <summary>ESC [ with numbers.</summary>
    /// <param name="prefix">'?', '>' or the like; zero when there is none.</param>
    void Sequence(char prefix, IReadOnlyList<int> numbers, char final);
}
