using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Readme;

/// <summary>The README's examples, as they stand there.</summary>
internal static class ReadmeText
{
    /// <summary>The lines of the first block of code in the given language under a heading, without comments.</summary>
    public static IReadOnlyList<string> Block(string heading, string language) =>
    [
        .. Lines()
            .SkipWhile(line => line != heading)
            .SkipWhile(line => line != $"```{language}")
            .Skip(1)
            .TakeWhile(line => line != "```"),
    ];

    /// <summary>The commands of such a block.</summary>
    public static IReadOnlyList<string> Commands(string heading) =>
        [.. Block(heading, "sh").Select(line => line.Split(" # ")[0].Split("   #")[0].Trim()).Where(line => line.Length > 0)];

    private static string[] Lines() => File.ReadAllLines(Path.Combine(Checkout.Root(), "README.md"));
}
