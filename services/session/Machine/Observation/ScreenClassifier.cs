using System.Text.RegularExpressions;
using Athene.Configuration.Agents;

namespace Athene.Session.Machine.Observation;

/// <summary>Classifies a screen by an agent profile's patterns: waiting outranks blocked, blocked outranks active.</summary>
public sealed class ScreenClassifier
{
    private static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(100);

    private readonly (AgentActivity Activity, Regex[] Patterns)[] ranked;

    public ScreenClassifier(ActivityPatterns patterns) => ranked =
    [
        (AgentActivity.WaitingInput, Compile(patterns.Waiting)),
        (AgentActivity.Blocked, Compile(patterns.Blocked)),
        (AgentActivity.Active, Compile(patterns.Active)),
    ];

    public ScreenVerdict Classify(string screen)
    {
        foreach (var (activity, patterns) in ranked)
        {
            foreach (var pattern in patterns)
            {
                if (Find(pattern, screen) is { } match) return new ScreenVerdict(activity, LineOf(screen, match.Index), TextOf(screen, match));
            }
        }

        return ScreenVerdict.None;
    }

    private static Regex[] Compile(IReadOnlyList<string> patterns) =>
        [.. patterns.Select(pattern => new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline, MatchLimit))];

    private static Match? Find(Regex pattern, string screen)
    {
        try
        {
            var match = pattern.Match(screen);
            return match.Success ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            // A pattern that is too slow for this screen says nothing about it.
            return null;
        }
    }

    // Whole lines: what they go on to say belongs to it.
    private static string TextOf(string screen, Match match)
    {
        var last = Math.Max(match.Index, match.Index + match.Length - 1);
        var end = last < screen.Length ? screen.IndexOf('\n', last) : -1;
        var text = screen[StartOfLine(screen, match.Index)..(end < 0 ? screen.Length : end)];
        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static string LineOf(string screen, int index)
    {
        var end = screen.IndexOf('\n', index);
        return screen[StartOfLine(screen, index)..(end < 0 ? screen.Length : end)].Trim();
    }

    private static int StartOfLine(string screen, int index) => index == 0 ? 0 : screen.LastIndexOf('\n', index - 1) + 1;
}
