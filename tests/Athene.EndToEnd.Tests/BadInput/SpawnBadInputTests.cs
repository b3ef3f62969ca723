using System.Net;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.BadInput;

/// <summary>What cannot work is refused with a reason, and leaves nothing behind.</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class SpawnBadInputTests(SharedInstallation shared)
{
    private Installation Athene => shared.Athene;

    [Theory]
    [InlineData("get", "nothing-1")]
    [InlineData("output", "nothing-1")]
    [InlineData("attach", "nothing-1")]
    [InlineData("send", "nothing-1", "hello")]
    [InlineData("kill", "nothing-1")]
    public async Task Command_aboutAnUnknownSession_saysWhichAndExitsWithNotFound(params string[] command)
    {
        var refused = await Athene.AtheneAsync(command);

        refused.ExitCode.ShouldBe(3, refused.ToString());
        refused.Error.ShouldContain("nothing-1");
        refused.Error.ShouldContain("athene ls --all");
    }

    [Fact]
    public async Task Spawn_inAnUnknownProject_saysWhichAndExitsWithNotFound()
    {
        var refused = await Athene.AtheneAsync("spawn", "--project", "nope", "--prompt", "anything");

        refused.ExitCode.ShouldBe(3, refused.ToString());
        refused.Error.ShouldContain("nope");
        refused.Error.ShouldContain("athene project add");
    }

    [Fact]
    public async Task Spawn_withAnUnknownAgent_saysWhichAreThere()
    {
        var project = await shared.NewProjectAsync();

        var refused = await Athene.AtheneAsync("spawn", "--project", project.Id, "--prompt", "anything", "--agent", "nobody");

        refused.ExitCode.ShouldBe(1, refused.ToString());
        refused.Error.ShouldContain("nobody");
        refused.Error.ShouldContain(AgentScripts.Echo);
        await project.ShouldHoldNothingAsync();
    }

    [Theory]
    [InlineData("-rf")]
    [InlineData("a..b")]
    [InlineData("bad name")]
    [InlineData("x.lock")]
    [InlineData("a@{1}")]
    [InlineData("$(touch pwned)")]
    [InlineData("../outside")]
    [InlineData("new\nline")]
    public async Task Spawn_onAnUnsafeBranch_isRefusedAndLeavesNothing(string branch)
    {
        var project = await shared.NewProjectAsync();

        var refused = await project.TrySpawnAsync(branch: branch);

        refused.Problem(HttpStatusCode.BadRequest, "branch-invalid").Hint.ShouldNotBeNull();
        await project.ShouldHoldNothingAsync();
    }

    [Fact]
    public async Task Spawn_inARepositoryWithoutCommits_isRefusedAndLeavesNothing()
    {
        var repository = await TestRepository.CreateEmptyAsync(Athene.RepositoryPath("empty"));
        await Athene.Api.AddProjectAsync(repository.Path, "empty", "empty");
        var project = new TestProject(Athene, "empty", repository);

        var refused = await project.TrySpawnAsync();

        refused.Problem(HttpStatusCode.UnprocessableEntity, "repository-empty").Hint.ShouldNotBeNull();
        (await project.SessionsAsync(all: true)).ShouldBeEmpty();
        Athene.Machine.WorktreeDirectories("empty").ShouldBeEmpty();
        (await repository.BranchesAsync()).ShouldBeEmpty();
        await repository.CommitFileAsync("README.md", "# Now there is one\n");
        (await project.SpawnAsync()).Id.ShouldBe("empty-1");
    }

    [Fact]
    public async Task Spawn_withATooLongPrompt_isRefusedAndLeavesNothing()
    {
        var project = await shared.NewProjectAsync();

        (await project.TrySpawnAsync(prompt: new string('x', 121 * 1024))).Problem(HttpStatusCode.BadRequest, "request-invalid");

        await project.ShouldHoldNothingAsync();
    }

    [Fact]
    public async Task Spawn_withoutAProperBody_isRefused()
    {
        var project = await shared.NewProjectAsync();

        var refused = await Athene.Api.PostAsync($"v1/projects/{project.Id}/sessions", new[] { "no", "request" });

        refused.Problem(HttpStatusCode.BadRequest, "request-invalid");
        await project.ShouldHoldNothingAsync();
    }

    [Fact]
    public async Task Message_withoutText_isRefused()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();

        (await Athene.Api.PostAsync($"v1/sessions/{session.Id}/messages", new { text = " " })).Problem(HttpStatusCode.BadRequest, "request-invalid");
        (await Athene.Api.PostAsync($"v1/sessions/{session.Id}/reports", new ReportRequest("done"))).Problem(HttpStatusCode.BadRequest, "request-invalid");
    }
}
