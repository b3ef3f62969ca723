using System.Text;

namespace Athene.Session.Machine.Terminals.Screens;

/// <summary>Tells text from what a terminal obeys (ECMA-48), however the bytes are cut into pieces.</summary>
internal sealed class EscapeParser(IScreenActions screen)
{
    private const int MostNumbers = 16;
    private const int GreatestNumber = 9999;

    private readonly Decoder decoder = Encoding.UTF8.GetDecoder();
    private readonly List<int> numbers = [];
    private char[] characters = new char[4096];
    private char prefix;
    private State state;

    private enum State
    {
        Text,
        Escape,
        EscapeIntermediate,
        Sequence,
        String,
        StringEscape,
    }

    public void Feed(ReadOnlySpan<byte> bytes)
    {
        var most = decoder.GetCharCount(bytes, flush: false);
        if (characters.Length < most) characters = new char[most];
        var count = decoder.GetChars(bytes, characters, flush: false);
        foreach (var character in characters.AsSpan(0, count)) state = Next(character);
    }

    private State Next(char character) => state switch
    {
        State.String => character switch { '\a' or '\u009c' => State.Text, '\e' => State.StringEscape, _ => State.String },
        State.StringEscape => character is '\\' ? State.Text : AfterEscape(character),
        _ when character is '\e' => State.Escape,
        _ when character is '\u0018' or '\u001a' => State.Text,
        _ when char.IsControl(character) => Obey(character),
        State.Escape => AfterEscape(character),
        State.EscapeIntermediate => State.Text,
        State.Sequence => InSequence(character),
        _ => Print(character),
    };

    private State Print(char character)
    {
        screen.Print(character);
        return State.Text;
    }

    // Control characters count also in the middle of a sequence.
    private State Obey(char character)
    {
        screen.Control(character);
        return state;
    }

    private State AfterEscape(char character)
    {
        switch (character)
        {
            case '[':
                numbers.Clear();
                prefix = '\0';
                return State.Sequence;
            case ']' or 'P' or 'X' or '^' or '_':
                return State.String;
            case >= ' ' and <= '/':
                return State.EscapeIntermediate;
            default:
                screen.Escape(character);
                return State.Text;
        }
    }

    private State InSequence(char character)
    {
        switch (character)
        {
            case >= '0' and <= '9':
                if (numbers.Count == 0) numbers.Add(0);
                numbers[^1] = Math.Min((numbers[^1] * 10) + character - '0', GreatestNumber);
                return State.Sequence;
            case ';' or ':':
                if (numbers.Count == 0) numbers.Add(0);
                if (numbers.Count < MostNumbers) numbers.Add(0);
                return State.Sequence;
            case >= '<' and <= '?':
                prefix = character;
                return State.Sequence;
            case >= ' ' and <= '/':
                // With characters of this kind it is none of the sequences that move the cursor.
                prefix = character;
                return State.Sequence;
            default:
                screen.Sequence(prefix, numbers, character);
                return State.Text;
        }
    }
}
