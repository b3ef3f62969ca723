namespace Athene.Session.Machine;

/// <summary>What POSIX shells read.</summary>
internal static class PosixShell
{
    /// <summary>The text as one word that a shell takes literally.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
