namespace Athene.Cli.Supervision;

/// <summary>What <c>athene down</c> answers: the app ids that it stopped.</summary>
internal sealed record DownDocument(IReadOnlyList<string> Stopped);
