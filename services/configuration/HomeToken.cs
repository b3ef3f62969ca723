using System.Security.Cryptography;

namespace Athene.Configuration;

/// <summary>The secret of a home, from which all its tokens come. Made on first use, readable by its owner alone.</summary>
public static class HomeToken
{
    private const int Bytes = 32;

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

    /// <summary>The token that is good for one session alone: the session's id, and its signature by the home's token.</summary>
    public static string ForSession(string homeToken, string sessionId) => $"{sessionId}.{Sign(homeToken, sessionId)}";

    /// <summary>The session that <paramref name="token"/> is good for, or null when it is not a session's token.</summary>
    public static string? SessionOf(string homeToken, string token)
    {
        var dot = token.LastIndexOf('.');
        if (dot <= 0) return null;
        var sessionId = token[..dot];
        return Matches(Sign(homeToken, sessionId), token[(dot + 1)..]) ? sessionId : null;
    }

    /// <summary>Compares two secrets in constant time.</summary>
    public static bool Matches(string expected, string actual) => CryptographicOperations.FixedTimeEquals(
        System.Text.Encoding.UTF8.GetBytes(expected), System.Text.Encoding.UTF8.GetBytes(actual));

    private static string Sign(string homeToken, string sessionId) => Convert.ToHexStringLower(HMACSHA256.HashData(
        System.Text.Encoding.UTF8.GetBytes(homeToken), System.Text.Encoding.UTF8.GetBytes($"session:{sessionId}")));
}
