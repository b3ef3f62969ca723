namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>The agents of one installation, found by the environment that only they have.</summary>
internal static class AgentProcesses
{
    /// <summary>The session id of every process that is an agent; one that runs twice stands there twice.</summary>
    /// <param name="notes">Where the installation's agents write, which stands in the environment of each.</param>
    public static IReadOnlyList<string> Of(string notes)
    {
        var agents = new List<string>();
        foreach (var directory in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            try
            {
                var variables = File.ReadAllText(Path.Combine(directory, "environ")).Split('\0');
                if (!variables.Contains($"NOTES={notes}")) continue;
                if (variables.FirstOrDefault(variable => variable.StartsWith("ATHENE_SESSION_ID=", StringComparison.Ordinal)) is { } id)
                    agents.Add(id["ATHENE_SESSION_ID=".Length..]);
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
            catch (UnauthorizedAccessException)
            {
                // Somebody else's process.
            }
        }

        return agents;
    }
}
