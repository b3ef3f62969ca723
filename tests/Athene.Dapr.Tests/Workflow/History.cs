using Athene.Dapr.Protocol;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Dapr.Tests.Workflow;

/// <summary>Writes the histories of instances that no recording tells of.</summary>
internal static class History
{
    public const string InstanceId = "instance-1";

    public static readonly DateTime Start = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static HistoryEvent Started(string workflow, string input = "") => At(new HistoryEvent
    {
        EventId = -1,
        ExecutionStarted = new ExecutionStartedEvent { Name = workflow, Input = input },
    });

    public static HistoryEvent TurnBegan(DateTime? time = null) => At(new HistoryEvent { EventId = -1, WorkflowStarted = new WorkflowStartedEvent() }, time);

    public static HistoryEvent Scheduled(int id, string activity) => At(new HistoryEvent
    {
        EventId = id,
        TaskScheduled = new TaskScheduledEvent { Name = activity },
    });

    public static HistoryEvent Completed(int id, string result) => At(new HistoryEvent
    {
        EventId = -1,
        TaskCompleted = new TaskCompletedEvent { TaskScheduledId = id, Result = result },
    });

    public static HistoryEvent Raised(string name, string input = "") => At(new HistoryEvent
    {
        EventId = -1,
        EventRaised = new EventRaisedEvent { Name = name, Input = input },
    });

    public static WorkflowRequest Turn(IEnumerable<HistoryEvent> past, IEnumerable<HistoryEvent> fresh) => new()
    {
        InstanceId = InstanceId,
        PastEvents = { past },
        NewEvents = { fresh },
    };

    public static WorkflowRequest FirstTurn(string workflow, params HistoryEvent[] more) =>
        Turn([], [TurnBegan(), Started(workflow), .. more]);

    private static HistoryEvent At(HistoryEvent happened, DateTime? time = null)
    {
        happened.Timestamp = Timestamp.FromDateTime(time ?? Start);
        return happened;
    }
}
