namespace Athene.Session.Tests.Machine.Agents;

/// <summary>
/// What real agents (Claude Code 2.1.197, Codex 0.169.0, OpenCode 1.18.33) wrote down of one and the same conversation with a scripted model:
/// a task with a shell command; a message of two lines; a task that took a while, with a message that came meanwhile; and one that was
/// interrupted while the model answered with errors.
/// </summary>
internal static class RecordedConversation
{
    public const string FirstPrompt = "Make a file please";

    public static readonly string[] Prompts =
    [
        FirstPrompt, "second line one\nnothing to do \"quoted\" — ünï", "be sleepy", "queued while busy sleepy-over nothing to do", "failplease",
    ];

    public static string[] Lines(string resource) => Text(resource).Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static string Text(string resource)
    {
        using var stream = typeof(RecordedConversation).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"There is no recording '{resource}'.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
