namespace Athene.Dapr.Workflow;

/// <summary>What workflow code may ask about its own execution.</summary>
public interface IWorkflowContext
{
    /// <summary>Whether the code runs over steps that already happened; use it to do something only once, such as logging.</summary>
    bool IsReplaying { get; }

    /// <summary>The time of the current turn, equal in every replay. Use it instead of the machine's clock.</summary>
    DateTime CurrentUtcDateTime { get; }

    /// <summary>Whether this instance runs with the change named <paramref name="patchName"/>: true for instances that reach the question anew, false for those that passed it before the change.</summary>
    bool IsPatched(string patchName);
}
