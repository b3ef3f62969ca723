using Athene.Dapr.Protocol;
using Microsoft.Data.Sqlite;

namespace Athene.Sidecar.Workflows;

/// <summary>What workers answer for activities. An activity that is done once need not be done again because the disk was full for a while.</summary>
internal sealed partial class WorkflowEngine
{
    public void CompleteActivity(ActivityResponse answer)
    {
        lock (gate)
        {
            try
            {
                Take(answer);
            }
            catch (SqliteException e)
            {
                // The worker is told, but does not answer a second time: the activity would wait for ever.
                WriteLater(answer, e);
                throw;
            }
        }
    }

    private void WriteAnswers()
    {
        lock (gate)
        {
            if (isDisposed) return;
            foreach (var answer in unwritten.TakeDue())
            {
                try
                {
                    Take(answer);
                }
                catch (SqliteException e)
                {
                    WriteLater(answer, e);
                }
            }
        }
    }

    private void WriteLater(ActivityResponse answer, SqliteException reason)
    {
        LogAnswerNotWritten(reason, answer.TaskId, answer.InstanceId, RepeatAfter);
        unwritten.Add(answer, clock.GetUtcNow() + RepeatAfter);
    }

    private void Take(ActivityResponse answer)
    {
        var key = new ActivityKey(answer.InstanceId, answer.TaskId);
        if (activities.Find(key) is not { } activity)
        {
            activities.Settle(key);
            LogStrayActivity(answer.InstanceId, answer.TaskId);
            return;
        }

        var instance = running.GetValueOrDefault(key.InstanceId);
        var item = instance?.ExecutionId == activity.ExecutionId ? HistoryEvents.ActivityAnswered(appId, activity.Request, Fitting(activity, answer), clock.GetUtcNow()) : null;
        var seq = store.Answer(key, item);
        activities.Settle(key);
        if (seq is { } place) Receive(instance!, place, item!);
    }

    /// <summary>The answer, or a failure in its place when no turn could carry it.</summary>
    private ActivityResponse Fitting(PendingActivity activity, ActivityResponse answer)
    {
        var size = answer.CalculateSize();
        return size <= limits.MessageSize
            ? answer
            : new ActivityResponse { InstanceId = answer.InstanceId, TaskId = answer.TaskId, FailureDetails = HistoryEvents.TooLarge($"result of activity '{activity.Request.Name}'", size, limits.MessageSize) };
    }
}
