namespace Athene.Cli.Supervision;

/// <summary>How long to wait before a process that died is started again: longer each time, and short again once it has lived a while.</summary>
internal sealed record RestartBackoff(TimeSpan First, TimeSpan Longest, TimeSpan ForgivenAfter)
{
    public static RestartBackoff Default { get; } = new(TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(5));

    /// <param name="deathsInARow">How often it has died, this time included, without living long in between.</param>
    public TimeSpan Delay(int deathsInARow) => TimeSpan.FromSeconds(
        Math.Min(Longest.TotalSeconds, First.TotalSeconds * Math.Pow(2, Math.Min(deathsInARow, 30) - 1)));

    public int DeathsInARow(int before, TimeSpan lived) => lived >= ForgivenAfter ? 1 : before + 1;
}
