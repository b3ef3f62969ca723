namespace Athene.Processes;

/// <summary>Where running another program begins: <c>Cli.Wrap("git").WithArguments(["status"]).ExecuteAsync()</c>.</summary>
public static class Cli
{
    /// <summary>A command for the program at a path, or of that name in <c>PATH</c>, without arguments yet.</summary>
    public static Command Wrap(string targetFilePath) => new(targetFilePath);
}
