namespace Athene.Cli.Run;

/// <summary>How an app's health is watched (<c>enableAppHealthCheck</c> and what belongs to it).</summary>
/// <param name="Threshold">So many probes in a row must fail.</param>
internal sealed record RunHealthCheck(string Path, TimeSpan ProbeInterval, TimeSpan ProbeTimeout, int Threshold);
