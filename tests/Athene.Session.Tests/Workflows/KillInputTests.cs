using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Session.Workflows;

namespace Athene.Session.Tests.Workflows;

public sealed class KillInputTests
{
    [Theory]
    [InlineData(true, false, false, true)]
    [InlineData(true, false, true, false)]
    [InlineData(false, true, false, false)]
    [InlineData(false, true, true, true)]
    [InlineData(true, true, false, true)]
    [InlineData(true, true, true, true)]
    [InlineData(false, false, false, false)]
    [InlineData(false, false, true, false)]
    public void AsksForMoreThan_plainKill_dependsOnHowThatEnded(bool purge, bool force, bool refused, bool expected) =>
        Kill(purge, force).AsksForMoreThan(Kill(purge: false, force: false), Outcome(refused)).ShouldBe(expected);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AsksForMoreThan_sameKill_neverDoes(bool refused) =>
        Kill(purge: true, force: true).AsksForMoreThan(Kill(purge: true, force: true), Outcome(refused)).ShouldBeFalse();

    private static KillInput Kill(bool purge, bool force) => new("app-1", SessionReason.ManuallyKilled, purge, force);

    private static KillOutcome Outcome(bool refused) =>
        new(!refused, AlreadyTerminated: false, RescueRef: null, refused ? new ProblemDocument(ErrorTypes.WorkAtRisk, "Work would be lost.", 409) : null);
}
