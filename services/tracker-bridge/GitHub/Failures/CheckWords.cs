using System.Text;

namespace Athene.TrackerBridge.GitHub.Failures;

/// <summary>What a check without a log says of itself, in a size that can be read. Pure.</summary>
internal static class CheckWords
{
    private const int Most = 8000;

    /// <summary>Null when it says nothing.</summary>
    public static string? Of(GitHubCheckOutput? output, IReadOnlyList<GitHubCheckAnnotation> annotations)
    {
        var words = new StringBuilder();
        foreach (var part in (string?[])[output?.Title, output?.Summary, output?.Text])
        {
            if (!string.IsNullOrWhiteSpace(part)) words.Append(part.Trim()).Append("\n\n");
        }

        foreach (var annotation in annotations) words.Append($"{annotation.Path}:{annotation.StartLine}: {annotation.AnnotationLevel}: {annotation.Message}\n");
        var text = words.ToString().Trim();
        if (text.Length == 0) return null;
        return text.Length > Most ? $"{text[..Most]}…" : text;
    }
}
