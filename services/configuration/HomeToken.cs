using System.Security.Cryptography;

namespace Athene.Configuration;

/// <summary>The secret of a home, from which all its tokens come. Made on first use, readable by its owner alone.</summary>
public static class HomeToken
{
    private const int Bytes = 32;

    // No id contains it.
    private const char Separator = ':';

    /// <summary>Reads the token of <paramref name="home"/>, making it when there is none. Safe when several processes do so at once.</summary>
    public static string ReadOrCreate(AtheneHome home)
    {
        if (File.Exists(home.TokenFile)) return File.ReadAllText(home.TokenFile).Trim();

        Directory.CreateDirectory(home.Root);
        var draft = $"{home.TokenFile}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options))
        {
            writer.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes)));
        }

        try
        {
            File.Move(draft, home.TokenFile, overwrite: false);
        }
        catch (IOException) when (File.Exists(home.TokenFile))
        {
            // Another process was first; its token is the one.
            File.Delete(draft);
        }

        return File.ReadAllText(home.TokenFile).Trim();
    }

    /// <summary>The token that is good for one launch of one session's agent: both ids, and their signature by the home's token.</summary>
    public static string ForSession(string homeToken, SessionToken session) => $"{NameOf(session)}.{Sign(homeToken, session)}";

    /// <summary>Whom <paramref name="token"/> is good for, or null when it is not a session's token.</summary>
    public static SessionToken? SessionOf(string homeToken, string token)
    {
        var dot = token.LastIndexOf('.');
        if (dot <= 0 || token[..dot].Split(Separator) is not [{ Length: > 0 } sessionId, { Length: > 0 } launchId]) return null;
        var session = new SessionToken(sessionId, launchId);
        return Matches(Sign(homeToken, session), token[(dot + 1)..]) ? session : null;
    }

    /// <summary>Compares two secrets in constant time.</summary>
    public static bool Matches(string expected, string actual) => CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.UTF8.GetBytes(expected), System.Text.Encoding.UTF8.GetBytes(actual));

    private static string NameOf(SessionToken session) => $"{session.SessionId}{Separator}{session.LaunchId}";

    private static string Sign(string homeToken, SessionToken session) => Convert.ToHexStringLower(HMACSHA256.HashData(
        System.Text.Encoding.UTF8.GetBytes(homeToken), System.Text.Encoding.UTF8.GetBytes($"session:{NameOf(session)}")));
}
