using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.Tests.Contracts;

/// <summary>A pull request that things happen to.</summary>
public interface IStagedPullRequest
{
    int Number { get; }

    /// <summary>The commit that it is at now.</summary>
    string Head { get; }

    Task RetitleAsync(string title);

    /// <summary>A check of the head stands so from now on.</summary>
    /// <param name="log">What it wrote; for checks that end.</param>
    Task CheckAsync(string name, CheckState state, string? log = null);

    /// <summary>Somebody begins a thread about a line; its id for <see cref="AnswerAsync"/> and <see cref="ResolveAsync"/>.</summary>
    Task<string> CommentAsync(string author, string path, int line, string text);

    Task AnswerAsync(string thread, string author, string text);

    Task ResolveAsync(string thread);

    Task ApproveAsync(string reviewer);

    Task RequestChangesAsync(string reviewer, string text);

    /// <summary>Its base and it change the same line.</summary>
    Task ConflictAsync();

    /// <summary>A new commit becomes the head.</summary>
    Task PushAsync();

    Task CloseAsync();
}
