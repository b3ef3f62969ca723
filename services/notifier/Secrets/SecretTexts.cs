using System.Collections.Concurrent;

namespace Athene.Notifier.Secrets;

/// <summary>Texts that nobody may see, and how to take them out of others.</summary>
internal sealed class SecretTexts
{
    /// <summary>Shorter ones stand in many a text by chance.</summary>
    private const int Shortest = 6;

    /// <summary>A part of an address that is so long is no word.</summary>
    private const int LongerThanWords = 16;

    private readonly ConcurrentDictionary<string, byte> texts = new(StringComparer.Ordinal);

    public void Add(string text)
    {
        if (text.Length >= Shortest) texts.TryAdd(text, 0);
    }

    /// <summary>An address whose path or query is the secret: who answers may quote any part of it.</summary>
    public void Add(Uri address)
    {
        string[] wholes = [address.AbsoluteUri, address.PathAndQuery, address.AbsolutePath, address.Query.TrimStart('?')];
        var parts = address.PathAndQuery.Split(['/', '?', '&', '='], StringSplitOptions.RemoveEmptyEntries).Where(IsNoWord);
        foreach (var text in (IEnumerable<string>)[.. wholes, .. parts])
        {
            Add(text);
            Add(Uri.UnescapeDataString(text));
        }
    }

    public string Hide(string text) => texts.Keys.OrderByDescending(secret => secret.Length)
        .Aggregate(text, (clean, secret) => clean.Replace(secret, "[redacted]", StringComparison.Ordinal));

    private static bool IsNoWord(string part) => part.Length >= LongerThanWords || part.Any(char.IsAsciiDigit);
}
