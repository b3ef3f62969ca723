using System.Globalization;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>A thread as one text. Pure.</summary>
internal static class ThreadText
{
    private const string LeftOut = "(left out: this is of somebody without write access)";

    /// <summary>Of a longer thread, what is said last is what counts.</summary>
    private const int MostComments = 30;

    /// <summary>
    /// The first comment as it is, and each answer under the name of who gave it. A thread is trusted for who began it: what strangers add to it must not
    /// ride along, and is left out.
    /// </summary>
    public static string Of(IReadOnlyList<RemarkText> comments)
    {
        var answers = comments.Skip(1).TakeLast(MostComments - 1).Select(comment => $"{comment.Author} answered:\n{Shown(comment, comments[0])}");
        var missing = comments.Count - MostComments;
        string[] gap = missing > 0 ? [string.Create(CultureInfo.InvariantCulture, $"({missing} answers are left out here)")] : [];
        return string.Join("\n\n", [CutText.Of(comments[0].Body), .. gap, .. answers]);
    }

    /// <summary>The place of the newest comment that is news: in a thread that is trusted, what a stranger adds is none.</summary>
    public static int NewestIn(IReadOnlyList<RemarkText> comments) =>
        Enumerable.Range(0, comments.Count).Last(place => place == 0 || comments[place].IsTrusted || !comments[0].IsTrusted);

    private static string Shown(RemarkText comment, RemarkText first) => first.IsTrusted && !comment.IsTrusted ? LeftOut : CutText.Of(comment.Body);
}
