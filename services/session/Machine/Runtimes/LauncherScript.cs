using System.Text;
using System.Text.RegularExpressions;

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
    /// <exception cref="RuntimeException">A value that no process can be given.</exception>
    public static string Render(RuntimeRequest request)
    {
        if (request.Command.Count == 0) throw RuntimeException.InvalidValue("An empty command");
        var script = new StringBuilder("#!/bin/sh\n");
        script.Append("cd -- ").Append(Quote(request.Workspace)).Append(" || exit 126\n");
        foreach (var (name, value) in request.Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal))
        {
            if (!VariableName().IsMatch(name)) throw RuntimeException.InvalidValue($"The variable name '{name}'");
            Check(value, $"The variable '{name}'", position: 0, extra: name.Length + 1);
            script.Append("export ").Append(name).Append('=').Append(Quote(value)).Append('\n');
        }

        script.Append("exec");
        for (var position = 0; position < request.Command.Count; position++)
        {
            Check(request.Command[position], $"Argument {position} of the agent's command", position, extra: 0);
            script.Append(' ').Append(Quote(request.Command[position]));
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

    private static string Quote(string value) => $"'{value.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    private static void Check(string value, string what, int position, int extra)
    {
        if (value.Contains('\0', StringComparison.Ordinal)) throw RuntimeException.InvalidValue($"{what}, which holds a zero character,");
        var bytes = Encoding.UTF8.GetByteCount(value) + extra;
        if (bytes >= ArgumentLimit) throw RuntimeException.ArgumentTooLong(position, bytes, ArgumentLimit);
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
