namespace Athene.Cli.Supervision;

/// <summary>A process ended, or did not become healthy in time, while everything was being started.</summary>
internal sealed class StartFailure(string appId, string what, IReadOnlyList<string> logTail) : Exception($"{appId} {what}")
{
    private static readonly string[] PortTakenWords = ["address already in use", "address in use", "EADDRINUSE", "AddressInUseException"];

    public string AppId => appId;

    public IReadOnlyList<string> LogTail => logTail;

    /// <summary>Whether somebody else was faster to take a port that was free when it was chosen.</summary>
    public bool PortWasTaken => logTail.Any(line => PortTakenWords.Any(words => line.Contains(words, StringComparison.OrdinalIgnoreCase)));
}
