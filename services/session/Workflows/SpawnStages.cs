using System.Text.Json;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Workflows;

/// <summary>The names under which events tell at what stage a spawn failed (spec sessions.md §13). Pure.</summary>
public static class SpawnStages
{
    /// <summary>The spec's name of the stage that a step is, or the step's own name in the same spelling.</summary>
    public static string? Of(string? step) => step switch
    {
        null => null,
        nameof(CreateWorkspace) or nameof(AdoptWorkspace) => "workspace_create",
        nameof(WritePrompts) => "system_prompt_write",
        nameof(StartRuntime) => "runtime_create",
        nameof(ActivateSession) => "post_launch_metadata",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(step),
    };
}
