using System.Text;

namespace Athene.Session.Messages;

/// <summary>Whether a prompt that an agent has taken is a message that was sent to it. Pure.</summary>
public static class PromptMatch
{
    /// <summary>Shorter messages must be the whole prompt: "yes" stands in many.</summary>
    private const int LeastToBePart = 12;

    /// <summary>A source may give only the beginning of a long prompt; less than this proves nothing.</summary>
    private const int LeastBeginning = 200;

    public static bool Shows(string prompt, string message)
    {
        var taken = Condense(prompt);
        var sent = Condense(message);
        if (taken == sent) return true;
        return (sent.Length >= LeastToBePart && taken.Contains(sent, StringComparison.Ordinal))
            || (taken.Length >= LeastBeginning && sent.StartsWith(taken, StringComparison.Ordinal));
    }

    // Terminals and agents change white space, and what is pasted has no control characters.
    private static string Condense(string text)
    {
        var condensed = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character) && !char.IsControl(character)) condensed.Append(character);
        }

        return condensed.ToString();
    }
}
