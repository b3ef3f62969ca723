namespace Athene.Dapr.Tests.Workflow;

public sealed class WorkflowRetryPolicyTests
{
    [Fact]
    public void Pauses_grow_by_the_coefficient_up_to_the_longest()
    {
        var policy = new WorkflowRetryPolicy(5, TimeSpan.FromSeconds(1), 3, TimeSpan.FromSeconds(5));

        Enumerable.Range(1, 5).Select(attempt => policy.PauseAfter(attempt, TimeSpan.Zero)?.TotalSeconds)
            .ShouldBe([1, 3, 5, 5, null]);
    }

    [Fact]
    public void No_attempt_follows_after_the_time_out()
    {
        var policy = new WorkflowRetryPolicy(5, TimeSpan.FromSeconds(1), retryTimeout: TimeSpan.FromSeconds(10));

        policy.PauseAfter(1, TimeSpan.FromSeconds(9)).ShouldNotBeNull();
        policy.PauseAfter(1, TimeSpan.FromSeconds(10)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, 1, 1.0)]
    [InlineData(1, 0, 1.0)]
    [InlineData(1, 1, 0.5)]
    public void Policy_outside_its_ranges_is_refused(int attempts, int seconds, double coefficient) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new WorkflowRetryPolicy(attempts, TimeSpan.FromSeconds(seconds), coefficient));
}
