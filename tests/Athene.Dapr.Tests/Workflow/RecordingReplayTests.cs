using Athene.Dapr.Protocol;
using Google.Protobuf;

namespace Athene.Dapr.Tests.Workflow;

/// <summary>Our worker is sent what Dapr's own SDK was sent, and must answer the same.</summary>
public sealed class RecordingReplayTests
{
    public static TheoryData<string> Recordings => [.. Recording.Names];

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Turn_of_a_recorded_workflow_is_answered_as_the_official_SDK_answered(string name)
    {
        var runner = Runners.Of(RecordedWorkflows.Register);

        foreach (var (request, recorded) in Recording.Read(name).Turns.Where(turn => IsIdKnown(turn.Request.InstanceId)))
        {
            var answer = await runner.RunAsync(request);

            Text(answer, answer.Actions).ShouldBe(Text(recorded, recorded.Actions));
        }
    }

    [Theory]
    [MemberData(nameof(Recordings))]
    public async Task Activity_of_a_recorded_workflow_is_answered_as_the_official_SDK_answered(string name)
    {
        var runner = Runners.Of(RecordedActivities.Register);

        foreach (var (request, recorded) in Recording.Read(name).Activities)
        {
            var answer = await runner.RunAsync(request);

            HideStackTrace(answer.FailureDetails);
            JsonFormatter.Default.Format(answer).ShouldBe(JsonFormatter.Default.Format(recorded));
        }
    }

    [Fact]
    public void Recordings_are_there_to_be_replayed() =>
        Recording.Names.Sum(name => Recording.Read(name).Turns.Count).ShouldBeGreaterThan(90);

    // A random id was replaced in the recording, and with it what the ids of the steps are made of.
    private static bool IsIdKnown(string instanceId) => !instanceId.StartsWith('<');

    private static string Text(IMessage message, IEnumerable<WorkflowAction> actions)
    {
        foreach (var action in actions) HideStackTrace(action.CompleteWorkflow?.FailureDetails);
        return JsonFormatter.Default.Format(message);
    }

    private static void HideStackTrace(TaskFailureDetails? failure)
    {
        if (failure?.StackTrace is not null) failure.StackTrace = "<stack trace>";
    }
}
