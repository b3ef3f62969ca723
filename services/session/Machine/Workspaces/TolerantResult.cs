namespace Athene.Session.Machine.Workspaces;

/// <summary>What a run of git came to for which failing filters were passed over.</summary>
/// <param name="Skipped">The filters whose files were taken as they are if they failed; none when all went well.</param>
internal sealed record TolerantResult(GitResult Result, IReadOnlyList<string> Skipped);
