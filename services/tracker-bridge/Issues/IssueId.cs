using System.Text.RegularExpressions;

namespace Athene.TrackerBridge.Issues;

/// <summary>The id of an issue, such as <c>7</c> or <c>INT-9</c>: never a path, never a sentence.</summary>
public sealed partial record IssueId
{
    private IssueId(string value) => Value = value;

    public string Value { get; }

    public bool IsNumber => Value.All(char.IsAsciiDigit);

    /// <summary>The tracker's own rule for the branch of this issue.</summary>
    public string DefaultBranchName => IsNumber ? $"feat/issue-{Value}" : $"feat/{Value}";

    /// <summary>The id in <paramref name="text"/> (a leading <c>#</c> is dropped), or null when it is none.</summary>
    public static IssueId? Parse(string text)
    {
        var value = text.Trim();
        if (value.StartsWith('#')) value = value[1..];
        return Form().IsMatch(value) ? new IssueId(value) : null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9]([A-Za-z0-9_-]|\.(?=[A-Za-z0-9])){0,99}\z")]
    private static partial Regex Form();
}
