namespace Athene.Dapr.Workflow.Client;

/// <summary>How a workflow is run again from a point of its history.</summary>
public sealed class RerunWorkflowFromEventOptions
{
    /// <summary>The id of the new instance; a new one when null.</summary>
    public string? NewInstanceId { get; set; }

    /// <summary>Another input for the activity at that point; needs <see cref="OverwriteInput"/>.</summary>
    public object? Input { get; set; }

    /// <summary>Whether <see cref="Input"/>, also a null one, takes the place of the recorded input.</summary>
    public bool OverwriteInput { get; set; }
}
