namespace Athene.Testing.GitHub;

/// <summary>What a check says about a line of a file.</summary>
/// <param name="Level">notice, warning or failure.</param>
public sealed record GitHubAnnotation(string Path, int Line, string Level, string Message);
