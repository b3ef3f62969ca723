using Athene.Contracts.Notifications;
using Athene.Lifecycle.Reactions;

namespace Athene.Lifecycle.Tests.Reactions;

public sealed class ReactionRulesTests
{
    [Fact]
    public void Entry_that_gives_only_one_key_keeps_the_defaults_of_the_others()
    {
        var rule = Sample.PolicyOf("ci-failed: { retries: 5 }").Rule(ReactionKeys.ChecksFailed)!;

        (rule.Action, rule.Auto, rule.Retries, rule.EscalateAfterAttempts).ShouldBe((ReactionAction.SendToAgent, true, 5, null));
    }

    [Fact]
    public void Escalation_is_a_number_of_attempts_or_a_time()
    {
        Sample.PolicyOf("ci-failed: { escalateAfter: 4 }").Rule("ci-failed")!.EscalateAfterAttempts.ShouldBe(4);
        Sample.PolicyOf("ci-failed: { escalateAfter: 20m }").Rule("ci-failed")!.EscalateAfterTime.ShouldBe(TimeSpan.FromMinutes(20));
    }

    [Fact]
    public void Whoever_asks_for_merging_gets_it_unless_it_is_switched_off()
    {
        Sample.PolicyOf().Rule("approved-and-green")!.Auto.ShouldBeFalse();
        Sample.PolicyOf("approved-and-green: { action: auto-merge }").Rule("approved-and-green")!.Auto.ShouldBeTrue();
        Sample.PolicyOf("approved-and-green: { action: auto-merge, auto: false }").Rule("approved-and-green")!.Auto.ShouldBeFalse();
    }

    [Fact]
    public void Reports_have_no_reaction_by_default_and_urgent_things_are_urgent()
    {
        Sample.PolicyOf().Rule(ReactionKeys.StaleReport).ShouldBeNull();
        Sample.PolicyOf().Rule(ReactionKeys.AgentStuck)!.Priority.ShouldBe(NotificationPriority.Urgent);
    }
}
