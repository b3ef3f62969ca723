using System.Text;
using Athene.Session.Machine.Agents.Transcripts;

namespace Athene.Session.Tests.Machine.Agents;

public sealed class AppendedLinesTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly string path;
    private readonly AppendedLines lines;
    private int restarts;

    public AppendedLinesTests()
    {
        path = directory.Combine("record.jsonl");
        lines = new AppendedLines(path);
    }

    [Fact]
    public void Read_fileThatIsNotThere_findsNothing() => Read().ShouldBeNull();

    [Theory]
    [InlineData("mkfifo", null)]
    [InlineData("ln", "/dev/zero")]
    public async Task Read_whatWouldNeverEnd_findsNothing(string program, string? target)
    {
        await Cli.Wrap(program).WithArguments(target is null ? [path] : ["-s", target, path]).ExecuteAsync();

        (await Task.Run(Read).WaitAsync(TimeSpan.FromSeconds(30))).ShouldBeNull();
    }

    [Fact]
    public void Read_again_takesOnlyWhatWasAdded()
    {
        File.WriteAllText(path, "one\ntwo\n");
        Read().ShouldBe(["one", "two"]);
        Read().ShouldBeNull();

        File.AppendAllText(path, "three\n");
        Read().ShouldBe(["three"]);
        restarts.ShouldBe(0);
    }

    [Fact]
    public void Read_lineThatIsNotWholeYet_waitsForTheRest()
    {
        File.WriteAllText(path, "one\ntw");
        Read().ShouldBe(["one"]);

        File.AppendAllText(path, "o\n");
        Read().ShouldBe(["two"]);
    }

    [Fact]
    public void Read_fileThatBecameShorter_beginsAnew()
    {
        File.WriteAllText(path, "one\ntwo\n");
        Read();

        File.WriteAllText(path, "new\n");
        Read().ShouldBe(["new"]);
        restarts.ShouldBe(1);
    }

    [Fact]
    public void Read_fileThatWasReplacedByALongerOne_beginsAnew()
    {
        File.WriteAllText(path, "one\n");
        Read();

        File.WriteAllText(path, "quite another one\n");
        Read().ShouldBe(["quite another one"]);
        restarts.ShouldBe(1);
    }

    [Fact]
    public void Read_lineThatIsTooLong_isPassedOver()
    {
        File.WriteAllText(path, $"one\n{new string('x', AppendedLines.LongestLine + 100)}");
        Read().ShouldBe(["one"]);

        File.AppendAllText(path, $"{new string('x', 100)}\ntwo\n");
        Read().ShouldBe(["two"]);
    }

    [Fact]
    public void Read_longHistory_takesItInParts()
    {
        var line = new string('x', 1000);
        File.WriteAllText(path, string.Concat(Enumerable.Repeat(line + "\n", 20_000)));

        var (parts, taken) = (0, 0);
        while (Read() is { } part) (parts, taken) = (parts + 1, taken + part.Count);

        taken.ShouldBe(20_000);
        parts.ShouldBeGreaterThan(1);
    }

    public void Dispose() => directory.Dispose();

    private List<string>? Read()
    {
        var found = new List<string>();
        return lines.Read(() => restarts++, line => found.Add(Encoding.UTF8.GetString(line.Span))) ? found : null;
    }
}
