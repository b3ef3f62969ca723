namespace Athene.Session.Workflows;

/// <summary>How far a restore got before it failed, as its event says (spec sessions.md §23).</summary>
public static class RestoreStages
{
    public const string Validation = "validation";

    public const string WorkspaceRestore = "workspace_restore";

    public const string LaunchPrepare = "launch_prepare";

    public const string RuntimeCreate = "runtime_create";

    public const string PromptDelivery = "prompt_delivery";

    /// <summary>The agent was started, and did not come up in time.</summary>
    public const string ReadyTimeout = "ready_timeout";
}
