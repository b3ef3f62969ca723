namespace Athene.Cli.Supervision;

/// <summary>What the embedded sidecar is told at start, behind <c>--apps</c>.</summary>
/// <param name="ResourcesPath">The directory of Dapr components; null for the built-in ones.</param>
internal sealed record SidecarFile(string StateDirectory, string? ResourcesPath, IReadOnlyList<SidecarFileApp> Apps);
