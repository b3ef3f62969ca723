using System.Text;

namespace Athene.Session.Machine.Runtimes;

/// <summary>Makes a text fit to be pasted: what a terminal would obey instead of showing is taken out. Pure.</summary>
public static class PasteText
{
    /// <summary>Line ends become line feeds; control characters other than tab and line feed go (an escape could end the paste).</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var character in text.ReplaceLineEndings("\n"))
        {
            if (character is '\n' or '\t' || !char.IsControl(character)) clean.Append(character);
        }

        return clean.ToString();
    }
}
