namespace Athene.Notifier.Tests;

/// <summary>A program in place of <c>notify-send</c> or <c>gdbus</c>, which notes its arguments, one a line, and ends as it is told.</summary>
internal sealed class DesktopProgram : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public DesktopProgram(string then = "exit 0", string name = "notify-send")
    {
        Folder = folder.Path;
        Program = folder.Combine(name);
        File.WriteAllText(Program, $"#!/bin/sh\nprintf '%s\\n' \"$@\" --end-- >> '{Calls}'\n{then}\n");
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(Program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public string Folder { get; }

    public string Program { get; }

    public IReadOnlyList<string> Arguments => File.Exists(Calls) ? File.ReadAllLines(Calls) : [];

    public int CallCount => Arguments.Count(line => line == "--end--");

    private string Calls => folder.Combine("calls");

    /// <summary>From now on it ends well.</summary>
    public void Repair() => File.WriteAllText(Program, $"#!/bin/sh\nprintf '%s\\n' \"$@\" --end-- >> '{Calls}'\n");

    public void Dispose() => folder.Dispose();
}
