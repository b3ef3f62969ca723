using Athene.Configuration;
using Athene.Session.Hooks;
using Athene.Session.Machine.Hooks;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Observing;
using Athene.Session.Projects;
using Athene.Session.Records;
using Athene.Session.Tests.Machine.Workspaces;
using Athene.Session.Tests.Records;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.Session.Tests.Hooks;

public sealed class SpoolReaderTests(StoreUnderTest store) : IClassFixture<StoreUnderTest>, IDisposable
{
    private readonly TemporaryDirectory directory = new();
    private readonly Repository repository = new();

    public void Dispose()
    {
        repository.Dispose();
        directory.Dispose();
    }

    [Fact]
    public async Task Fact_thatIsAlwaysRefused_keepsNobodyWaitingAndIsGivenUp()
    {
        using var ledger = store.NewLedger();
        using var spool = new HookSpool(new AtheneHome(directory.Path));
        foreach (var sessionId in (string[])["app-1", "app-2", "app-3"])
        {
            await ledger.WriteAsync(
                "app", sessionId, draft => draft.Session = Samples.Session(sessionId) with { WorkspacePath = repository.Path, Branch = "feat/task" }, default);
            spool.Open(sessionId);
        }

        // Nobody knows the project, which is asked for only when a branch may have changed.
        repository.Git("checkout", "--quiet", "-b", "feat/other");
        var refused = (string[])[Write("app-1", "fact1", "git head-moved\n"), Write("app-3", "fact1", "git head-moved\n")];
        var good = Write("app-2", "fact1", "claude-code Stop\n{}");
        using var reader = Reader(spool, ledger);

        await reader.StartAsync(default);

        await Eventually.TrueAsync(() => Task.FromResult(!File.Exists(good)), "the effect of the fact of another session");
        refused.ShouldAllBe(path => File.Exists(path));
        for (var number = 2; refused.Any(File.Exists) && number < 500; number++)
        {
            // Each arrival is a reason to try again.
            Write("app-1", $"fact{number}", "claude-code Stop\n{}");
            Write("app-3", $"fact{number}", "claude-code Stop\n{}");
            await Task.Delay(20);
        }

        refused.ShouldNotContain(path => File.Exists(path));
        await reader.StopAsync(default);
    }

    private static SpoolReader Reader(HookSpool spool, Ledger ledger)
    {
        var projects = new ProjectCatalog(new AtheneConfiguration(), ledger, new RepositoryFacts(new GitRepositories(TimeProvider.System)));
        var intake = new HookIntake(ledger, new EvidenceBoard(), projects, new GitHeads(TimeProvider.System), TimeProvider.System);
        return new SpoolReader(spool, intake, ledger, TimeProvider.System, NullLogger<SpoolReader>.Instance);
    }

    private string Write(string sessionId, string name, string text)
    {
        var draft = directory.Combine("spool", sessionId, $".{name}");
        var path = directory.Combine("spool", sessionId, name);
        File.WriteAllText(draft, text);
        File.Move(draft, path);
        return path;
    }
}
