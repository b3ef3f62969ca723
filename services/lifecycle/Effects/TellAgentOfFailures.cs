using Athene.Contracts.PullRequests;

namespace Athene.Lifecycle.Effects;

/// <summary>Tells the agent what failed in the checks of a commit, with what their logs say.</summary>
/// <param name="Failures">Asks for the logs.</param>
/// <param name="Number">Of the pull request.</param>
/// <param name="Checks">Those that failed, as far as they are new.</param>
/// <param name="Preface">The configured words; null: none.</param>
public sealed record TellAgentOfFailures(
    FailureLookup Failures, int Number, string Url, IReadOnlyList<CheckDocument> Checks, string? Preface = null) : Effect
{
    public override string Word => "message";
}
