using Athene.Configuration;
using Athene.Session.Machine.Hooks;

namespace Athene.Session.Tests.Hooks;

public sealed class HookSpoolTests : IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly HookSpool spool;

    public HookSpoolTests()
    {
        spool = new HookSpool(new AtheneHome(directory.Path));
        spool.Open("app-1");
    }

    private string Session => directory.Combine("spool", "app-1");

    public void Dispose()
    {
        spool.Dispose();
        directory.Dispose();
    }

    [Fact]
    public void Read_givesFactsInTheOrderInWhichTheyWereWritten()
    {
        var now = DateTime.UtcNow;
        Write("factB", "git second\nx", now);
        Write("factA", "git third\n", now.AddSeconds(1));
        Write("factC", "git first\n", now.AddSeconds(-1));
        Write(".draft", "git draft\n", now);

        var facts = spool.Read("app-1").Select(entry => entry.Fact.ShouldNotBeNull()).ToArray();

        facts.Select(fact => fact.Event).ShouldBe(["first", "second", "third"]);
        (facts[1].Id, facts[1].Source, facts[1].Body).ShouldBe(("factB", "git", "x"));
    }

    [Fact]
    public void Read_ofManyFacts_givesTheOldestThousand()
    {
        var now = DateTime.UtcNow;
        for (var number = 0; number < 1_010; number++) Write($"fact{number}", "git event\n", now.AddSeconds(-number));

        var facts = spool.Read("app-1").Select(entry => entry.Fact.ShouldNotBeNull().Id).ToArray();

        facts.ShouldBe(Enumerable.Range(10, 1_000).Reverse().Select(number => $"fact{number}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("git\n")]
    [InlineData("git two words\n")]
    [InlineData("GIT event\n")]
    [InlineData("git event")]
    [InlineData("git \u001b[2J\n")]
    public void Read_aFileThatIsNoFact_isOnlyGoodForRemoval(string text)
    {
        Write("fact1", text, DateTime.UtcNow);

        var entry = spool.Read("app-1").ShouldHaveSingleItem();

        entry.Fact.ShouldBeNull();
        spool.Remove(entry);
        spool.Read("app-1").ShouldBeEmpty();
    }

    [Fact]
    public async Task Read_linksAndPipes_areNotOpened()
    {
        File.CreateSymbolicLink(Path.Combine(Session, "link"), "/dev/zero");
        File.CreateSymbolicLink(Path.Combine(Session, "secret"), "/etc/passwd");
        await Cli.Wrap("mkfifo").WithArguments([Path.Combine(Session, "pipe")]).ExecuteBufferedAsync();

        var read = await Task.Run(() => spool.Read("app-1").ToArray()).WaitAsync(TimeSpan.FromSeconds(20));

        read.Length.ShouldBe(3);
        read.ShouldAllBe(entry => entry.Fact == null);
    }

    [Fact]
    public void Read_aHugeFile_isReadInPart()
    {
        Write("fact1", "git event\n" + new string('x', 5_000_000), DateTime.UtcNow);

        spool.Read("app-1").ShouldHaveSingleItem().Fact.ShouldNotBeNull().Body.Length.ShouldBeLessThan(400_000);
    }

    [Fact]
    public void Read_aSessionWhoseDirectoryIsALink_givesNothing()
    {
        Write("fact1", "git event\n", DateTime.UtcNow);
        Directory.CreateSymbolicLink(directory.Combine("spool", "app-2"), Session);

        spool.Read("app-2").ShouldBeEmpty();
        spool.Read("app-3").ShouldBeEmpty();
    }

    [Fact]
    public async Task Watch_tellsOfEachArrival_alsoForSessionsThatComeLater()
    {
        spool.Watch();
        spool.Open("app-2");
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));

        // The watch of a directory that is new may begin after the first file in it; the next one is told.
        var told = spool.Arrivals.ReadAsync(limit.Token).AsTask();
        for (var number = 0; !told.IsCompleted; number++)
        {
            var draft = directory.Combine("spool", "app-2", $".{number}");
            await File.WriteAllTextAsync(draft, "git event\n", limit.Token);
            File.Move(draft, directory.Combine("spool", "app-2", $"fact{number}"));
            await Task.WhenAny(told, Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token));
        }

        (await told).ShouldBe("app-2");
    }

    private void Write(string name, string text, DateTime at)
    {
        var path = Path.Combine(Session, name);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, at);
    }
}
