using Athene.Contracts.Sessions;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>A project with an origin and pull requests.</summary>
internal sealed record HostedProject(Installation Athene, string Id, TestRepository Repository, FakeGitHub GitHub)
{
    public TestProject Project => new(Athene, Id, Repository);

    private string Origin => Repository.Path + "-origin.git";

    /// <summary>A session whose agent is known to be at work.</summary>
    public async Task<SessionDocument> WorkingSessionAsync(string? branch = null)
    {
        var session = await Project.SpawnAsync(branch: branch);
        return await Athene.Api.SessionWhenAsync(session.Id, now => now.Status is Contracts.Lifecycle.SessionStatus.Working, "works");
    }

    /// <summary>Somebody else pushes a commit on a new branch and opens a pull request; the commit.</summary>
    public async Task<string> OpenPullRequestAsync(int number, string branch, string state = "open")
    {
        var commit = await PushAsync($"refs/heads/{branch}", $"{branch} of #{number}");
        GitHub.AddPullRequest(number, branch, commit, state);
        return commit;
    }

    /// <summary>The same from a fork, whose branch is in no namespace of the origin but GitHub's own.</summary>
    public async Task<string> OpenPullRequestOfForkAsync(int number, string branch)
    {
        var commit = await PushAsync($"refs/pull/{number}/head", $"fork's {branch}");
        GitHub.AddPullRequest(number, branch, commit, headRepository: "ada/app");
        return commit;
    }

    public Task<Answer> ClaimAsync(string sessionId, object? pr, bool assign = false) =>
        Athene.Api.PostAsync($"v1/sessions/{sessionId}/claims", new { pr = pr?.ToString(), assign });

    public async Task<ClaimResult> ClaimedAsync(string sessionId, object pr, bool assign = false) =>
        (await ClaimAsync(sessionId, pr, assign)).As<ClaimResult>();

    public static Task<string> BranchOfAsync(SessionDocument session) =>
        TestRepository.GitInAsync(session.WorkspacePath!, "branch", "--show-current");

    public static Task<string> HeadOfAsync(SessionDocument session) => TestRepository.GitInAsync(session.WorkspacePath!, "rev-parse", "HEAD");

    private async Task<string> PushAsync(string reference, string content)
    {
        var clone = Athene.Combine("clones", Guid.NewGuid().ToString("N"));
        await Repository.GitAsync("clone", "--quiet", Origin, clone);
        await File.WriteAllTextAsync(Path.Combine(clone, "change.txt"), content);
        await TestRepository.GitInAsync(clone, "add", "--all");
        await TestRepository.GitInAsync(clone, "commit", "--quiet", "--message", content);
        await TestRepository.GitInAsync(clone, "push", "--quiet", "origin", $"HEAD:{reference}");
        return await TestRepository.GitInAsync(clone, "rev-parse", "HEAD");
    }
}
