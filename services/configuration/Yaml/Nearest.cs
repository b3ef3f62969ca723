namespace Athene.Configuration.Yaml;

/// <summary>Finds the word that somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest letters to change, if that is few enough to be a slip.</summary>
    public static string? Of(string word, IEnumerable<string> candidates)
    {
        var (candidate, distance) = candidates
            .Select(candidate => (Candidate: candidate, Distance: Distance(word, candidate)))
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.Candidate, StringComparer.Ordinal)
            .FirstOrDefault((Candidate: "", Distance: int.MaxValue));
        return distance <= Math.Max(2, word.Length / 3) && distance < word.Length ? candidate : null;
    }

    internal static string Suggest(string word, IEnumerable<string> candidates) =>
        Of(word, candidates) is { } nearest ? $" (did you mean '{nearest}'?)" : "";

    internal static string SuggestOrList(string word, IReadOnlyCollection<string> candidates)
    {
        if (Of(word, candidates) is { } nearest) return $" (did you mean '{nearest}'?)";
        return $" (valid: {string.Join(", ", candidates.Distinct().Order(StringComparer.Ordinal))})";
    }

    /// <summary>Letters to insert, remove, replace or swap with their neighbour; case does not count.</summary>
    public static int Distance(string from, string to)
    {
        var (a, b) = (from.ToUpperInvariant(), to.ToUpperInvariant());
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var replace = rows[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                var best = Math.Min(replace, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                var swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                rows[i, j] = swapped ? Math.Min(best, rows[i - 2, j - 2] + 1) : best;
            }
        }

        return rows[a.Length, b.Length];
    }
}
