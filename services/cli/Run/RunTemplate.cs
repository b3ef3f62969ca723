namespace Athene.Cli.Run;

/// <summary>Dapr's multi-app run template, <c>dapr.yaml</c>: the apps to run together.</summary>
/// <param name="ResourcesPath">The directory of components, absolute; null for the sidecar's own defaults.</param>
internal sealed record RunTemplate(string Path, string? ResourcesPath, IReadOnlyList<RunApp> Apps);
