using System.Globalization;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>
/// Stands before a real program in the PATH: notes every call, refuses or delays those that it was told to, and lets the real one do all others.
/// </summary>
internal sealed class Shim
{
    private readonly string directory;
    private readonly string name;

    private Shim(string directory, string name)
    {
        this.directory = directory;
        this.name = name;
    }

    /// <summary>Puts a shim for the program <paramref name="name"/> into <paramref name="bin"/>.</summary>
    public static Shim Install(string bin, string directory, string name, string searchPath)
    {
        Directory.CreateDirectory(bin);
        Directory.CreateDirectory(directory);
        var real = searchPath.Split(Path.PathSeparator).Select(part => Path.Combine(part, name)).First(File.Exists);
        var script = Path.Combine(bin, name);
        File.WriteAllText(script, $$"""
            #!/usr/bin/env bash
            line="$*"
            printf '%s\t%s\n' "$EPOCHREALTIME" "{{name}} ${line//$'\n'/ }" >>'{{directory}}/calls'
            refuse='{{directory}}/{{name}}.refuse'
            hang='{{directory}}/{{name}}.hang'
            if [ -f "$refuse" ] && [[ $line =~ $(<"$refuse") ]]; then echo "{{name}}: refused by the test" >&2; exit 1; fi
            if [ -f "$hang" ] && [[ $line =~ $(<"$hang") ]]; then exec sleep 600; fi
            exec '{{real}}' "$@"

            """);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new Shim(directory, name);
    }

    /// <summary>From now on, calls whose arguments fit the extended regular expression fail; null to let all through.</summary>
    public void Refuse(string? pattern) => Set("refuse", pattern);

    /// <summary>From now on, calls whose arguments fit the extended regular expression never answer; null to let all through.</summary>
    public void Hang(string? pattern) => Set("hang", pattern);

    /// <summary>The calls of all shims of the installation so far, oldest first.</summary>
    public IReadOnlyList<ShimCall> Calls() => File.Exists(Path.Combine(directory, "calls"))
        ? [.. File.ReadAllLines(Path.Combine(directory, "calls")).Select(Parse)]
        : [];

    private void Set(string what, string? pattern)
    {
        var file = Path.Combine(directory, $"{name}.{what}");
        if (pattern is null) File.Delete(file);
        else File.WriteAllText(file, pattern);
    }

    private static ShimCall Parse(string line)
    {
        var parts = line.Split('\t', 2);
        var seconds = decimal.Parse(parts[0], CultureInfo.InvariantCulture);
        return new ShimCall(DateTimeOffset.UnixEpoch.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)), parts[1]);
    }
}
