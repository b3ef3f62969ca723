namespace Athene.Session.Machine.Workspaces;

/// <summary>Reads how far the work in a worktree has got.</summary>
internal sealed class WorkReader(Git git)
{
    private const int Most = 30;

    /// <summary>What cannot be read is left out: this is information for the next agent, and no reason to fail.</summary>
    public async Task<WorkInProgress> ReadAsync(string path, string? baseSha, CancellationToken cancellationToken)
    {
        var log = baseSha is null
            ? null
            : await git.ReadAsync(path, ["log", "--format=%s", $"--max-count={Most}", $"{baseSha}..HEAD", "--"], cancellationToken);
        var status = await git.ReadAsync(path, ["status", "--porcelain", "--untracked-files=normal"], cancellationToken);
        return new WorkInProgress(Lines(log), [.. Lines(status).Take(Most).Select(line => line.Length > 3 ? line[3..] : line)]);
    }

    private static string[] Lines(GitResult? result) =>
        result is { Succeeded: true } ? result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : [];
}
