namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>The agents of a home, found by the environment that only they have.</summary>
internal static class AgentProcesses
{
    /// <summary>The session id of every process that an agent of the home is; one that runs twice stands there twice.</summary>
    public static IReadOnlyList<string> Of(string home)
    {
        var agents = new List<string>();
        foreach (var directory in Directory.EnumerateDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _)))
        {
            try
            {
                var variables = File.ReadAllText(Path.Combine(directory, "environ")).Split('\0');
                if (!variables.Contains($"ATHENE_HOME={home}")) continue;
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
