namespace Athene.Cli.Demo;

/// <summary>A task of the demo: one file with one line.</summary>
internal sealed record DemoIssue(string Id, string Title, string File, string Text)
{
    public static IReadOnlyList<DemoIssue> All { get; } =
    [
        new("1", "Greet people in German", "greetings/de.txt", "Guten Tag!"),
        new("2", "Greet people in Japanese", "greetings/ja.txt", "こんにちは！"),
        new("3", "Greet people in Swahili", "greetings/sw.txt", "Habari!"),
    ];

    public string FileName => $"{Id}-{Title.ToLowerInvariant().Replace(' ', '-')}.md";

    public string Markdown => $"# {Title}\n\nPeople who read it should feel at home.\n\nFile: {File}\nText: {Text}\n";
}
