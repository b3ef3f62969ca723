using Athene.Contracts.Errors;
using Athene.Session.Agents;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Records;

namespace Athene.Session.Messages;

/// <summary>Waits until an agent that has just been started is there to read what is typed (spec sessions.md §17).</summary>
public sealed class AgentReadiness(AgentCatalog agents, IRuntime runtime, TimeProvider time)
{
    private const int Lines = 20;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(150);

    /// <summary>An agent may run under another name (an interpreter's): then its screen must have been still for so long.</summary>
    private static readonly TimeSpan StillUnderAnotherName = TimeSpan.FromSeconds(2);

    /// <summary>A program that has not drawn anything may still be loading, and drop what is typed until it reads.</summary>
    private static readonly TimeSpan BlankTime = TimeSpan.FromSeconds(1);

    /// <returns>False when the agent ended, or did not show itself in time.</returns>
    public async Task<bool> UntilReadyAsync(SessionRecord session, TimeSpan patience, CancellationToken cancellationToken)
    {
        var process = agents.Get(session.Agent).Process;
        var start = time.GetTimestamp();
        string? before = null;
        var stillSince = start;
        while (time.GetElapsedTime(start) < patience)
        {
            var pane = await runtime.FindAsync(session.Id, cancellationToken);
            if (pane is null or { Exited: true }) return false;
            var screen = await ScreenAsync(session.Id, cancellationToken);
            if (screen is null || screen != before) stillSince = time.GetTimestamp();
            else if (IsUp(pane.CurrentCommand == process, screen, time.GetElapsedTime(stillSince))) return true;
            before = screen;
            await Task.Delay(BetweenLooks, time, cancellationToken);
        }

        return false;
    }

    private static bool IsUp(bool isItself, string screen, TimeSpan still) => string.IsNullOrWhiteSpace(screen)
        ? isItself && still >= BlankTime
        : isItself || still >= StillUnderAnotherName;

    private async Task<string?> ScreenAsync(string sessionId, CancellationToken cancellationToken)
    {
        try
        {
            return await runtime.OutputAsync(sessionId, Lines, cancellationToken);
        }
        catch (AtheneException)
        {
            // The terminal closed between two looks; the next one says so.
            return null;
        }
    }
}
