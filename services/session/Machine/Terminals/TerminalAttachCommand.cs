using Athene.Contracts.Errors;

namespace Athene.Session.Machine.Terminals;

/// <summary>This program in its third mode: <c>terminal-attach SOCKET SESSION</c> joins a person's terminal and a session's.</summary>
internal static class TerminalAttachCommand
{
    public const string Verb = "terminal-attach";

    /// <returns>The exit code: 1 when there is no such terminal.</returns>
    public static async Task<int> RunAsync(string socket, string sessionId)
    {
        using var own = OwnTerminal.Open();
        if (own is null)
        {
            await Console.Error.WriteLineAsync("This needs a terminal.");
            return 1;
        }

        try
        {
            await using var stream = await TerminalHostClient.ConnectAsync(socket, CancellationToken.None);
            if (stream is not null) return await new TerminalAttachment(stream, own, sessionId).RunAsync();
            await Console.Error.WriteLineAsync($"Session '{sessionId}' has no terminal.");
        }
        catch (AtheneException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
        }

        return 1;
    }
}
