namespace Athene.Session.Machine.Workspaces;

/// <summary>A worktree could not be made, kept or removed.</summary>
public sealed class WorkspaceException(string kind, string what, string hint, Exception? innerException = null)
    : MachineException(kind, what, hint, innerException)
{
    public static WorkspaceException NotARepository(string path) => new(
        "not-a-repository", $"'{path}' is not a git repository.", "Run 'git init' there, or register another directory.");

    public static WorkspaceException WithoutCommits(string path) => new(
        "repository-without-commits",
        $"The repository '{path}' has no commits, so there is nothing to branch from.",
        "Make a first commit ('git commit --allow-empty -m start') and try again.");

    public static WorkspaceException BranchNotFound(string path, string branch) => new(
        "default-branch-not-found",
        $"The repository '{path}' has no branch '{branch}', neither of its own nor on origin.",
        "Set the project's default branch to one that exists ('git branch --all' lists them).");

    public static WorkspaceException UnsafeBranch(string branch) => new(
        "branch-unsafe",
        $"'{branch}' is not a valid branch name.",
        "Use letters, digits, '.', '_', '-' and single '/', as 'git check-ref-format --branch' allows.");

    public static WorkspaceException PathInUse(string path, string owner) => new(
        "workspace-in-use",
        $"The directory '{path}' is the workspace of another operation ({owner}).",
        "Kill the session that owns it first; its work is kept under a rescue ref.");

    public static WorkspaceException NotManaged(string path) => new(
        "workspace-not-managed",
        $"'{path}' is not below a directory that Athene manages, so it is not removed.",
        "Remove it by hand when nobody needs it.");

    public static WorkspaceException GitMissing(Exception error) => new(
        "git-missing", "git was not found on this machine.", "Install git (for example 'sudo apt install git') and try again.", error);

    public static WorkspaceException GitFailed(string doing, string repository, string said) => new(
        "git-failed", $"Could not {doing} in '{repository}': {said.Trim()}", "Run the same by hand to see more, repair it, and try again.");

    public static WorkspaceException PostCreateFailed(string command, string how, string output) => new(
        "post-create-failed",
        $"The project's post-create command '{command}' {how}.{(output.Length == 0 ? "" : $" Its last output: {output}")}",
        "Repair the command under 'postCreate' in the configuration and try again.");

    public static WorkspaceException UnsafeLink(string link) => new(
        "symlink-unsafe",
        $"The project's symlink '{link}' is absolute or leads out of the workspace.",
        "Under 'symlinks' give paths relative to the repository, without '..'.");
}
