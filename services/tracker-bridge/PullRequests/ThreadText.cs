namespace Athene.TrackerBridge.PullRequests;

/// <summary>A thread as one text. Pure.</summary>
public static class ThreadText
{
    /// <summary>The first comment as it is, and each answer under the name of who gave it.</summary>
    public static string Of(IEnumerable<(string Author, string Body)> comments) =>
        string.Join("\n\n", comments.Select((comment, index) => index == 0 ? comment.Body : $"{comment.Author} answered:\n{comment.Body}"));
}
