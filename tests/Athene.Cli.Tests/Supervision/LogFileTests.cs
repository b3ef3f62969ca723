using Athene.Cli.Supervision;
using Athene.Cli.Tests.Support;

namespace Athene.Cli.Tests.Supervision;

public sealed class LogFileTests : CliTest
{
    private string LogPath => Path.Combine(Home, "logs", "session.log");

    [Fact]
    public void A_full_log_becomes_the_older_one_and_begins_anew()
    {
        using (var log = new LogFile(LogPath, limit: 20))
        {
            foreach (var line in (string[])["first first", "second second", "third"]) log.WriteLine(line);
        }

        System.IO.File.ReadAllText(LogPath).ShouldBe("third\n");
        System.IO.File.ReadAllText($"{LogPath}.1").ShouldBe("first first\nsecond second\n");
    }

    [Fact]
    public void The_tail_is_the_last_lines_also_of_a_log_that_is_being_written()
    {
        using var log = new LogFile(LogPath);
        for (var line = 1; line <= 5000; line++) log.WriteLine($"line {line}");

        LogFile.Tail(LogPath, 2).ShouldBe(["line 4999", "line 5000"]);
        LogFile.Tail(Path.Combine(Home, "none.log"), 2).ShouldBeEmpty();
    }
}
