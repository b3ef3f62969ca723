using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Tests.Workflows.Properties;

/// <summary>What is true of every history.</summary>
internal static class HistoryCheck
{
    public static void IsConsistent(IReadOnlyList<HistoryEvent> history)
    {
        history[0].WorkflowStarted.ShouldNotBeNull();
        history.Count(item => item.ExecutionStarted is not null).ShouldBe(1);
        history[^1].ExecutionCompleted.ShouldNotBeNull();

        var steps = history.Where(IsStep).Select(item => item.EventId).ToList();
        steps.ShouldBe(steps.Order().Distinct(), "steps are numbered upwards, each number once");

        HashSet<int> begun = [];
        HashSet<int> answered = [];
        foreach (var item in history)
        {
            if (IsStep(item)) begun.Add(item.EventId);
            if (StepAnsweredBy(item) is not { } step) continue;
            begun.ShouldContain(step, "an answer comes after its step");
            answered.Add(step).ShouldBeTrue($"step {step} is answered once");
        }
    }

    private static bool IsStep(HistoryEvent item) =>
        item.TaskScheduled is not null || item.TimerCreated is not null || item.ChildWorkflowInstanceCreated is not null || item.EventSent is not null;

    private static int? StepAnsweredBy(HistoryEvent item) =>
        item.TaskCompleted?.TaskScheduledId ?? item.TaskFailed?.TaskScheduledId ?? item.TimerFired?.TimerId
        ?? item.ChildWorkflowInstanceCompleted?.TaskScheduledId ?? item.ChildWorkflowInstanceFailed?.TaskScheduledId;
}
