using Athene.Contracts.Errors;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Why a worktree could not be made, kept or removed, each with what to do about it.</summary>
internal static class WorkspaceErrors
{
    public static AtheneException NotARepository(string path) => new(
        ErrorTypes.ProjectInvalid, 422,
        $"'{path}' is not a git repository.",
        "Run 'git init' there and make a first commit, or register another directory.");

    public static AtheneException WithoutCommits(string path) => new(
        ErrorTypes.RepositoryEmpty, 422,
        $"The repository '{path}' has no commits, so there is nothing to branch from.",
        "Make a first commit ('git commit --allow-empty -m start') and try again.");

    public static AtheneException BranchNotFound(string path, string branch) => new(
        ErrorTypes.ProjectInvalid, 422,
        $"The repository '{path}' has no branch '{branch}', neither of its own nor on origin.",
        "Set the project's default branch to one that exists; 'git branch --all' lists them.");

    public static AtheneException UnsafeBranch(string branch) => new(
        ErrorTypes.BranchInvalid, 400,
        $"'{branch}' is not a valid branch name.",
        "Use letters, digits, '.', '_', '-' and single '/', as 'git check-ref-format --branch' allows.");

    public static AtheneException PathInUse(string path, string owner) => new(
        ErrorTypes.WorkspaceFailed, 409,
        $"The directory '{path}' is the workspace of another operation ({owner}).",
        "Kill the session that owns it first; its work is kept under a rescue ref.");

    public static AtheneException Missing(string path, string why) => new(
        ErrorTypes.WorkspaceMissing, 422,
        $"The workspace '{path}' is missing: {why.TrimEnd('.')}.",
        "Bring back what is missing and try again; 'git worktree list' in the repository shows what there is.");

    public static AtheneException UnknownKind(string kind) => new(
        ErrorTypes.ConfigurationInvalid, 422, $"There is no workspace of the kind '{kind}'.", "Under 'workspace' use worktree or clone.");

    public static AtheneException Foreign(string path) => new(
        ErrorTypes.WorkspaceFailed, 409,
        $"The directory '{path}' holds another repository, or a worktree of another one.",
        "Look whether somebody needs it, and move it away.");

    public static AtheneException NotManaged(string path) => new(
        ErrorTypes.WorkspaceFailed, 409,
        $"'{path}' is not below a directory that Athene manages, so it is not removed.",
        "Remove it by hand when nobody needs it.");

    public static AtheneException NotRemoved(string path, Exception error) => new(
        ErrorTypes.WorkspaceFailed, 500, $"'{path}' could not be deleted: {error.Message}", "Delete it by hand and try again.", innerException: error);

    public static AtheneException GitMissing(Exception error) => new(
        ErrorTypes.WorkspaceFailed, 503,
        "git was not found on this machine.",
        "Install git (for example 'sudo apt install git') and try again.",
        innerException: error);

    public static AtheneException GitFailed(string doing, string repository, string said) => new(
        ErrorTypes.WorkspaceFailed, 500,
        $"git could not {doing} in '{repository}': {said.Trim()}",
        "Run the same by hand to see more, repair it, and try again.");

    public static AtheneException PostCreateFailed(string command, string how, string output) => new(
        ErrorTypes.WorkspaceFailed, 422,
        $"The project's post-create command '{command}' {how}.{(output.Length == 0 ? "" : $" Its last output: {output}")}",
        "Repair the command under 'postCreate' in the configuration and try again.");

    public static AtheneException UnsafeLink(string link) => new(
        ErrorTypes.ConfigurationInvalid, 422,
        $"The project's symlink '{link}' is absolute or leads out of the workspace.",
        "Under 'symlinks' give paths relative to the repository, without '..'.");

    public static AtheneException Dirty(string path) => new(
        ErrorTypes.WorkAtRisk, 409,
        $"'{path}' has uncommitted work, so its branch is not changed.",
        "Commit it ('git status' there shows what), or end the session with 'athene kill', which keeps it.");

    public static AtheneException CommitsWithoutBranch(string path, string commit) => new(
        ErrorTypes.WorkAtRisk, 409,
        $"'{path}' is at {commit}, which no branch holds, so it is not left.",
        "Make a branch of it first: git switch --create NAME");

    public static AtheneException WithoutOrigin(string path) => new(
        ErrorTypes.ProjectInvalid, 422,
        $"The repository of '{path}' has no remote 'origin' to fetch the pull request from.",
        "Add it: git remote add origin URL");

    public static AtheneException Diverged(string path, string branch) => new(
        ErrorTypes.WorkAtRisk, 409,
        $"The branch '{branch}' in '{path}' and the pull request have each commits that the other has not.",
        $"Merge them by hand, or keep the local one under another name: git branch --move {branch} {branch}-old");

    public static AtheneException BranchBusyWithWork(string branch, string path) => new(
        ErrorTypes.WorkAtRisk, 409,
        $"The branch '{branch}' is checked out at '{path}', with uncommitted work.",
        "Commit it there, or end that session with 'athene kill', which keeps it; then try again.");

    public static AtheneException BranchBusy(string branch, string path) => new(
        ErrorTypes.BranchBusy, 409,
        $"The branch '{branch}' is checked out at '{path}'.",
        "Check out another branch there, and try again.");

    public static AtheneException Unreadable(string path) => new(
        ErrorTypes.WorkAtRisk, 409,
        $"There are files in '{path}', but git does not see a worktree there, so nobody can tell what would be lost.",
        "See what 'git status' says there ('git worktree repair' often helps), or save the files by hand; then try again.");

    public static AtheneException NestedRepository(string path, string nested) => new(
        ErrorTypes.WorkAtRisk, 409,
        $"'{nested}' in '{path}' is a repository of its own with work that a rescue ref cannot keep.",
        "Commit and push there, or move it out of the worktree, and try again.");
}
