using Athene.Contracts.Errors;
using Athene.Lifecycle.Effects;

namespace Athene.Lifecycle.Tests.Effects;

public sealed class RefusalsTests
{
    [Theory]
    [InlineData(ErrorTypes.SessionBusy)]
    [InlineData(ErrorTypes.PullRequestNotMergeable)]
    [InlineData(ErrorTypes.PullRequestFetchFailed)]
    public void What_is_in_the_way_for_a_moment_is_tried_again_until_it_has_lasted(string type)
    {
        Refusals.OutcomeOf(Conflict(type), 0).ShouldBeOfType<EffectFailed>();
        Refusals.OutcomeOf(Conflict(type), 10).ShouldBeOfType<EffectRefused>();
    }

    [Theory]
    [InlineData(ErrorTypes.PullRequestHeadMoved)]
    [InlineData(ErrorTypes.PullRequestNotOpen)]
    [InlineData(ErrorTypes.WorkAtRisk)]
    public void What_another_try_does_not_change_is_refused(string type) => Refusals.OutcomeOf(Conflict(type), 0).ShouldBeOfType<EffectRefused>();

    private static AtheneException Conflict(string type) => new(type, 409, "Not now.");
}
