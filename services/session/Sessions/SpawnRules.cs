using Athene.Configuration;
using Athene.Configuration.Projects;
using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;
using Athene.Session.Agents;
using Athene.Session.Prompts;

namespace Athene.Session.Sessions;

/// <summary>What makes a spawn impossible from the start; found before anything is made.</summary>
public sealed class SpawnRules(AgentChooser agents, AtheneConfiguration configuration)
{
    /// <summary>The longest prompt, in bytes of UTF-8: it reaches the agent as one argument, and Linux allows those 128 KiB.</summary>
    public const int LongestPrompt = 120 * 1024;

    /// <exception cref="AtheneException">The spawn cannot work; says why and what to do.</exception>
    public void Check(ProjectConfiguration project, SpawnRequest request, SessionKind kind = SessionKind.Worker)
    {
        agents.Choose(project, request, kind);
        var machine = MachineChoice.For(configuration.Defaults, project);
        RequireKnown("runtime", machine.Runtime, RuntimeNames.All);
        RequireKnown("workspace", machine.Workspace, WorkspaceNames.All);
        if (!string.IsNullOrEmpty(request.Branch) && !BranchName.IsGitSafe(request.Branch))
        {
            throw new AtheneException(
                ErrorTypes.BranchInvalid, StatusCodes.Status400BadRequest, $"'{request.Branch}' cannot be the name of a branch.",
                "Use letters, digits, '.', '_', '-' and '/'; 'git check-ref-format --branch NAME' tells whether git takes one.");
        }

        var length = System.Text.Encoding.UTF8.GetByteCount(request.Prompt ?? "");
        if (length > LongestPrompt)
        {
            throw new AtheneException(
                ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest,
                $"The prompt has {length} bytes; at most {LongestPrompt} can be given to an agent.",
                "Put the text into a file of the repository and name the file in the prompt.");
        }

        if (request.Permissions is { } permissions && PermissionMode.Parse(permissions) is null)
        {
            throw new AtheneException(
                ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, $"'{permissions}' is not a permission mode.",
                $"Use one of {string.Join(", ", PermissionMode.All)}.");
        }
    }

    private static void RequireKnown(string key, string name, IReadOnlyList<string> known)
    {
        if (known.Contains(name)) return;
        throw new AtheneException(
            ErrorTypes.ConfigurationInvalid, StatusCodes.Status422UnprocessableEntity, $"'{name}' is not a {key} that Athene has.",
            $"Under '{key}' use one of {string.Join(", ", known)}.");
    }
}
