using System.Globalization;
using System.Text.RegularExpressions;

namespace Athene.TrackerBridge.Linear;

/// <summary>What Linear calls an issue: <c>ENG-42</c>.</summary>
internal sealed partial record LinearIssueId(string Team, int Number)
{
    /// <summary>Null when the text is none.</summary>
    public static LinearIssueId? Parse(string text)
    {
        var match = Form().Match(text.Trim());
        return match.Success && int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new LinearIssueId(match.Groups["team"].Value.ToUpperInvariant(), number)
            : null;
    }

    [GeneratedRegex(@"^#?(?<team>[A-Za-z][A-Za-z0-9]*)-(?<number>[0-9]+)\z")]
    private static partial Regex Form();
}
