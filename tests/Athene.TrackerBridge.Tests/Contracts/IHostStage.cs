using Athene.Contracts.PullRequests;
using Athene.TrackerBridge.PullRequests;

namespace Athene.TrackerBridge.Tests.Contracts;

/// <summary>
/// A host of pull requests, as the contract tests see it: people and programs do things there, and the parts under test are asked what came of it. It has one
/// repository, with a <see cref="Member"/> who may write to it.
/// </summary>
public interface IHostStage : IAsyncDisposable
{
    IPullRequestHost Host { get; }

    IPullRequestReader Reader { get; }

    IPullRequestMerger Merger { get; }

    IFailureReader Failures { get; }

    string Repo { get; }

    string? ApiUrl { get; }

    string Member { get; }

    /// <summary>Somebody who may not write to the repository.</summary>
    string Stranger { get; }

    /// <summary>A program, by the name that the host gives it.</summary>
    string Bot { get; }

    Task<IStagedPullRequest> OpenAsync(string branch, bool isDraft = false);

    /// <summary>Asks about a repository that the token may not see.</summary>
    PullRequestQuery InvisibleQuery { get; }

    PullRequestQuery QueryOf(int number) => new(Repo, ApiUrl, number, null);

    PullRequestQuery QueryOf(string branch) => new(Repo, ApiUrl, null, branch);

    PullRequestLookup LookupOf(int number) => new("app", $"#{number}", Host.Provider, Repo, ApiUrl);
}
