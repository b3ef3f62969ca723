using System.Globalization;
using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>
/// One turn of a workflow. It takes in what has happened until it is first sent, and is frozen then: sent again it is the
/// same, so whichever worker answers, the answer fits.
/// </summary>
/// <param name="freeze">Makes the request; null when the instance cannot have a turn now.</param>
internal sealed class Turn(WorkflowInstance instance, Func<WorkflowInstance, WorkflowRequest?> freeze) : Work(instance.Id)
{
    private static long tokens;

    private string token = "";

    public WorkflowRequest? Request { get; private set; }

    /// <summary>The last inbox event that this turn takes in.</summary>
    public long LastSeq { get; private set; }

    public int Sends { get; private set; }

    public override WorkItem? Prepare()
    {
        if (Request is null && !Freeze()) return null;
        // Dapr pairs turns by the instance alone. That is enough, and stays as recorded, unless an answer to a copy may come late.
        if (++Sends > 1 || instance.HasStrayCopies) token = Interlocked.Increment(ref tokens).ToString(CultureInfo.InvariantCulture);
        return new WorkItem { WorkflowRequest = Request, CompletionToken = token };
    }

    /// <summary>Makes the request now, whatever its size; false when there is nothing to take in.</summary>
    public bool Freeze()
    {
        if (freeze(instance) is not { } request) return false;
        Request = request;
        LastSeq = instance.Record!.Inbox[^1].Seq;
        return true;
    }

    /// <summary>Whether an answer is to this turn.</summary>
    /// <param name="answerToken">What the answer carries.</param>
    /// <param name="workersEcho">Whether the worker is known to send tokens back; one that does not is trusted.</param>
    public bool IsAnsweredBy(string answerToken, bool workersEcho) => Sends > 0 && (answerToken == token || (answerToken.Length == 0 && !workersEcho));
}
