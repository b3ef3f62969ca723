using Athene.Contracts.Errors;
using Athene.Session.Queue;
using Athene.Session.Records;
using static Athene.Session.Tests.Queue.Waiting;

namespace Athene.Session.Tests.Queue;

public sealed class EnlistmentTests
{
    [Fact]
    public void Apply_ofAnIssueThatWaits_isRefusedAndNamesTheSpawn()
    {
        var draft = Draft(new ProjectRecord { Id = "app" });
        Enlistment.Apply(draft, Entry("a") with { Issue = "#7" });

        Should.Throw<AtheneException>(() => Enlistment.Apply(draft, Entry("b") with { Issue = "7" }))
            .ShouldSatisfyAllConditions(
                refused => refused.Type.ShouldBe(ErrorTypes.IssueTaken),
                refused => refused.Message.ShouldContain("as a."));
    }

    [Fact]
    public void Apply_ofTheSameSpawnAgain_keepsItsPlace()
    {
        var draft = Draft(new ProjectRecord { Id = "app" });
        Enlistment.Apply(draft, Entry("a") with { Issue = "7" });
        Enlistment.Apply(draft, Entry("b"));
        var before = draft.Queue;

        Enlistment.Apply(draft, Entry("a") with { Issue = "7" });

        draft.Queue.ShouldBeSameAs(before);
    }

    [Fact]
    public void Apply_ofAnIssueThatASessionHas_isRefusedUnlessItComesAfterThatSession()
    {
        var project = new ProjectRecord { Id = "app" }.WithLive("app-1").WithClaim("7", "app-1");

        Should.Throw<AtheneException>(() => Enlistment.Apply(Draft(project), Entry("a") with { Issue = "7" })).Type.ShouldBe(ErrorTypes.IssueTaken);
        Should.NotThrow(() => Enlistment.Apply(Draft(project), Entry("a", after: new Dependency("app-1", null, "app-1")) with { Issue = "7" }));
    }

    [Fact]
    public void Undo_freesTheIssue()
    {
        var draft = Draft(new ProjectRecord { Id = "app" });
        Enlistment.Apply(draft, Entry("a") with { Issue = "7" });

        Enlistment.Undo(draft, "a");

        draft.Queue.Entries.ShouldBeEmpty();
        draft.Project!.QueuedWith("7").ShouldBeNull();
    }

    private static LedgerDraft Draft(ProjectRecord project) => new(project, null, DateTimeOffset.UnixEpoch, queue: SpawnQueue.Empty);
}
