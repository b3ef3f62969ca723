using System.Text;

namespace Athene.Session.Machine.Workspaces;

/// <summary>Makes a new worktree fit for work: shared files linked in, the project's commands run.</summary>
internal sealed class PostCreate(TimeProvider time)
{
    private const int KeptOutput = 2000;
    private const int MostOutput = 64 * 1024;

    public async Task RunAsync(string repository, string path, PostCreateRules rules, CancellationToken cancellationToken)
    {
        foreach (var link in rules.Symlinks) Link(repository, path, link);
        foreach (var command in rules.Commands) await RunCommandAsync(path, command, rules.CommandTimeout, cancellationToken);
    }

    private static void Link(string repository, string path, string link)
    {
        if (!IsInside(link)) throw WorkspaceErrors.UnsafeLink(link);
        var source = Path.GetFullPath(link, repository);
        var target = Path.GetFullPath(link, path);
        if (!Path.Exists(source)) return;
        if (!StaysInside(target, path)) throw WorkspaceErrors.UnsafeLink(link);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);

        var existing = new FileInfo(target);
        if (existing.LinkTarget is not null || existing.Exists) existing.Delete();
        else if (Directory.Exists(target)) Directory.Delete(target, recursive: true);
        File.CreateSymbolicLink(target, source);
    }

    private static bool IsInside(string link) =>
        link.Length > 0
        && !Path.IsPathRooted(link)
        && link.Split('/', '\\').All(part => part is not ("" or "." or ".." or ".git"));

    // A directory on the way may itself be a link that the repository holds.
    private static bool StaysInside(string target, string workspace)
    {
        for (var directory = Path.GetDirectoryName(target)!; directory.Length > workspace.Length; directory = Path.GetDirectoryName(directory)!)
        {
            if (new DirectoryInfo(directory).LinkTarget is not null) return false;
        }

        return true;
    }

    private async Task RunCommandAsync(string path, string command, TimeSpan limit, CancellationToken cancellationToken)
    {
        var output = new StringBuilder();
        var collect = PipeTarget.ToDelegate(line =>
        {
            lock (output)
            {
                output.AppendLine(line);
                // Only the end is ever shown, and a command may write for minutes.
                if (output.Length > MostOutput) output.Remove(0, output.Length - KeptOutput);
            }
        });
        using var timeout = new CancellationTokenSource(limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var result = await Cli.Wrap("/bin/sh")
                .WithArguments(["-c", command])
                .WithWorkingDirectory(path)
                .WithEnvironmentVariables(InheritedEnvironment.Removals())
                .WithValidation(CommandResultValidation.None)
                .WithStandardOutputPipe(collect)
                .WithStandardErrorPipe(collect)
                .ExecuteAsync(either.Token);
            if (!result.IsSuccess)
                throw WorkspaceErrors.PostCreateFailed(command, $"ended with exit code {result.ExitCode}", Tail(output));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw WorkspaceErrors.PostCreateFailed(command, $"did not end within {limit.TotalSeconds:0} s", Tail(output));
        }
    }

    private static string Tail(StringBuilder output)
    {
        lock (output)
        {
            var text = output.ToString().Trim();
            return text.Length <= KeptOutput ? text : "…" + text[^KeptOutput..];
        }
    }
}
