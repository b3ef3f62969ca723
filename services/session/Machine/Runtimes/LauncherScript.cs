using System.Text.RegularExpressions;
using System.Text;
using Athene.Contracts.Errors;

namespace Athene.Session.Machine.Runtimes;

/// <summary>
/// The private script that becomes the agent: it sets the environment and then replaces itself by the agent's argument vector.
/// So no secret stands in the process list, no shell reads the prompt, and tmux's limit on command length does not matter.
/// </summary>
public static partial class LauncherScript
{
    /// <summary>Linux's MAX_ARG_STRLEN, the terminating zero included.</summary>
    public const int ArgumentLimit = 128 * 1024;

    /// <summary>The text of the script. Pure.</summary>
    /// <exception cref="AtheneException">A value that no process can be given.</exception>
    public static string Render(RuntimeRequest request)
    {
        if (request.Command.Count == 0) throw RuntimeErrors.InvalidValue("An empty command");
        var script = new StringBuilder("#!/bin/sh\n");
        script.Append("cd -- ").Append(PosixShell.Quote(request.Workspace)).Append(" || exit 126\n");
        foreach (var (name, value) in Variables(request))
        {
            if (!VariableName().IsMatch(name)) throw RuntimeErrors.InvalidValue($"The variable name '{name}'");
            Check(value, $"The variable '{name}'", name.Length + 1);
            script.Append("export ").Append(name).Append('=').Append(PosixShell.Quote(value)).Append('\n');
        }

        script.Append("exec");
        for (var position = 0; position < request.Command.Count; position++)
        {
            Check(request.Command[position], $"Argument {position} of the agent's command", alreadyUsed: 0);
            script.Append(' ').Append(PosixShell.Quote(request.Command[position]));
        }

        return script.Append('\n').ToString();
    }

    /// <summary>Writes the script, readable and executable for its owner alone.</summary>
    public static async Task WriteAsync(RuntimeRequest request, CancellationToken cancellationToken)
    {
        var text = Render(request);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(request.LauncherPath))!);
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            Options = FileOptions.Asynchronous,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
        };
        await using var file = new FileStream(request.LauncherPath, options);
        await file.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
    }

    // The session's id is always there: by it the processes of a session are found when it is killed.
    private static SortedDictionary<string, string> Variables(RuntimeRequest request) =>
        new SortedDictionary<string, string>(request.Environment.ToDictionary(), StringComparer.Ordinal)
        {
            ["ATHENE_SESSION_ID"] = request.SessionId,
        };

    private static void Check(string value, string what, int alreadyUsed)
    {
        if (value.Contains('\0', StringComparison.Ordinal)) throw RuntimeErrors.InvalidValue($"{what}, which holds a zero character,");
        var bytes = Encoding.UTF8.GetByteCount(value) + alreadyUsed;
        if (bytes >= ArgumentLimit) throw RuntimeErrors.TooLong(what, bytes, ArgumentLimit);
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
