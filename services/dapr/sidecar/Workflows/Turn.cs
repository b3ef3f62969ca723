using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>
/// One turn of a workflow. It takes in what has happened until it is first sent, and is frozen then: sent again it is the
/// same, so whichever worker answers, the answer fits.
/// </summary>
/// <remarks>
/// Dapr pairs a turn and its answer by the instance alone. That is enough, and stays as recorded, unless an earlier turn may
/// still be answered: because it was sent more than once, or by the sidecar before this one. Then the turn has a token, which
/// most SDKs send back.
/// </remarks>
/// <param name="freeze">Makes the request; null when the instance cannot have a turn now.</param>
internal sealed class Turn(WorkflowInstance instance, Func<WorkflowInstance, WorkflowRequest?> freeze) : Work(instance.Id)
{
    private string token = "";
    private int answers;

    public WorkflowRequest? Request { get; private set; }

    /// <summary>The last inbox event that this turn takes in.</summary>
    public long LastSeq { get; private set; }

    /// <summary>Whether an answer without a token can be to this turn only: it was first sent without one.</summary>
    public bool TrustsNoToken { get; private set; }

    /// <summary>Whether copies of this turn are still without an answer.</summary>
    public bool HasOpenCopies => Sends > answers;

    private int Sends { get; set; }

    public override WorkItem? Prepare()
    {
        if (Request is null && !Freeze()) return null;
        if (Sends++ == 0) TrustsNoToken = !instance.HasStrayCopies;
        if (Sends > 1 || !TrustsNoToken) token = Guid.NewGuid().ToString();
        return new WorkItem { WorkflowRequest = Request, CompletionToken = token };
    }

    /// <summary>Makes the request now; false when there is nothing to take in.</summary>
    public bool Freeze()
    {
        if (freeze(instance) is not { } request) return false;
        Request = request;
        LastSeq = instance.Record!.Inbox.Count > 0 ? instance.Record.Inbox[^1].Seq : 0;
        return true;
    }

    /// <summary>Judges an answer for this instance.</summary>
    /// <param name="answerToken">What the answer carries.</param>
    /// <param name="workersEcho">Whether the workers send tokens back; null while that is not known.</param>
    public TurnMatch Match(string answerToken, bool? workersEcho)
    {
        if (Sends == 0) return TurnMatch.Stray;
        if (answerToken.Length > 0 && answerToken != token) return TurnMatch.Stray;
        if (answerToken.Length > 0 || TrustsNoToken || workersEcho == false) return Answered(TurnMatch.Answer);
        if (workersEcho == true) return TurnMatch.Stray;
        return Answered(answers == 0 ? TurnMatch.Doubtful : TurnMatch.Answer);
    }

    private TurnMatch Answered(TurnMatch match)
    {
        answers++;
        return match;
    }
}
