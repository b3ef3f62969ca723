using System.Globalization;
using System.Text;

namespace Athene.Session.Machine.Runtimes;

/// <summary>The processes of this computer, read from /proc.</summary>
internal static class ProcessTable
{
    private const string Root = "/proc";

    public static List<ProcessEntry> Read()
    {
        var entries = new List<ProcessEntry>();
        if (!Directory.Exists(Root)) return entries;
        foreach (var directory in Directory.EnumerateDirectories(Root))
        {
            if (int.TryParse(Path.GetFileName(directory), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && Find(id) is { } entry) entries.Add(entry);
        }

        return entries;
    }

    /// <summary>The process of that id, or null when it is gone or only waits for its parent to notice its end.</summary>
    public static ProcessEntry? Find(int id) => ReadText(id, "stat") is { } text ? Parse(id, text) : null;

    /// <summary>True when the process was started with all of the variables, each as "NAME=value".</summary>
    public static bool HasVariables(int id, params ReadOnlySpan<string> variables)
    {
        if (ReadText(id, "environ") is not { } text) return false;
        var block = "\0" + text;
        foreach (var variable in variables)
        {
            if (!block.Contains("\0" + variable, StringComparison.Ordinal)) return false;
        }

        return true;
    }

    /// <summary>The name of the program that a process runs; empty when there is none.</summary>
    public static string CommandOf(int id) =>
        id > 0 && ReadText(id, "cmdline") is { } line ? Path.GetFileName(line.Split('\0', 2)[0]) : "";

    // pid (comm) state ppid pgrp session … starttime(22): comm may hold spaces and brackets, so fields count from the last ')'.
    private static ProcessEntry? Parse(int id, string stat)
    {
        var end = stat.LastIndexOf(')');
        if (end < 0) return null;
        var fields = stat[(end + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return fields.Length < 20 || fields[0] is "Z" or "X"
            ? null
            : new ProcessEntry(
                id,
                int.Parse(fields[1], CultureInfo.InvariantCulture),
                int.Parse(fields[3], CultureInfo.InvariantCulture),
                ulong.Parse(fields[19], CultureInfo.InvariantCulture));
    }

    private static string? ReadText(int id, string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes($"{Root}/{id}/{file}"));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
