namespace Athene.EndToEnd.Tests.Harness;

/// <summary>Ways in which agents and their terminals end without anybody asking Athene.</summary>
internal static class EndedAgents
{
    /// <summary>Takes the terminal away, with the agent in it.</summary>
    public static async Task LoseTerminalAsync(this Installation athene, string sessionId) =>
        (await athene.Machine.TmuxAsync("kill-session", "-t", $"={sessionId}")).ExitCode.ShouldBe(0);

    /// <summary>Ends the agent alone: its terminal stays, with its last screen.</summary>
    public static async Task LoseAgentAsync(this Installation athene, string sessionId)
    {
        var pid = (await athene.Machine.TmuxAsync("list-panes", "-s", "-t", $"={sessionId}", "-F", "#{pane_pid}")).Out.Trim();
        (await Shell.RunAsync("kill", ["-KILL", pid])).ExitCode.ShouldBe(0);
    }
}
