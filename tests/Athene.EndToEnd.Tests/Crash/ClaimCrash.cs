using System.Net;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary>
/// A claim in an installation of its own, in which a fault strikes once. The owner has the pull request's branch checked out, with a commit that
/// it has not pushed; the claimant takes both over.
/// </summary>
internal sealed class ClaimCrash : IAsyncDisposable
{
    private const int Number = 42;
    private const string Branch = "feat/42";
    private const string Owner = "p-1";
    private const string Claimant = "p-2";

    private readonly FakeGitHub github;
    private readonly string unpushed;

    private ClaimCrash(Installation athene, FakeGitHub github, HostedProject project, string unpushed) =>
        (Athene, this.github, Project, this.unpushed) = (athene, github, project, unpushed);

    public Installation Athene { get; }

    private HostedProject Project { get; }

    public static async Task<ClaimCrash> StartAsync(string fault)
    {
        var github = new FakeGitHub();
        var athene = Installation.Prepare(new InstallationOptions { Fault = fault, Variables = HostedInstallation.VariablesFor(github) });
        athene.Agents.WriteUsual();
        await athene.UpAsync();
        var repository = await TestRepository.CreateAsync(athene.RepositoryPath("p"));
        await repository.AddOriginAsync();
        await athene.Api.AddProjectAsync(repository.Path, "p", "p", FakeGitHub.Repository);
        var project = new HostedProject(athene, "p", repository, github);
        await project.OpenPullRequestAsync(Number, Branch);
        await repository.GitAsync("fetch", "--quiet", "origin");
        await repository.GitAsync("branch", "--no-track", Branch, $"origin/{Branch}");
        var owner = await project.WorkingSessionAsync(Branch);
        await File.WriteAllTextAsync(Path.Combine(owner.WorkspacePath!, "unpushed.txt"), "precious");
        await TestRepository.GitInAsync(owner.WorkspacePath!, "add", "--all");
        await TestRepository.GitInAsync(owner.WorkspacePath!, "commit", "--quiet", "--message", "Unpushed");
        await athene.Api.PostAsync($"v1/sessions/{Owner}/reports", new ReportRequest("ready_for_review", Pr: FakeGitHub.AddressOf(Number)));
        await project.WorkingSessionAsync();
        return new ClaimCrash(athene, github, project, await HostedProject.HeadOfAsync(owner));
    }

    /// <summary>Claims until the claim is answered; the request may die with the service, and asking again must be harmless.</summary>
    public Task ClaimAsync() => Within.TrueAsync(
        async () =>
        {
            try
            {
                return (await Project.ClaimAsync(Claimant, Number)).Status is HttpStatusCode.OK;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        },
        "the claim was answered");

    /// <summary>Exactly one session has the pull request and its branch, and no commit is lost.</summary>
    public async Task ShouldHaveOneOwnerAsync()
    {
        var (owner, claimant) = (await Athene.Api.SessionAsync(Owner), await Athene.Api.SessionAsync(Claimant));
        claimant.Prs.ShouldHaveSingleItem().Number.ShouldBe(Number);
        (claimant.Status, claimant.Branch, claimant.PrAutoDetect).ShouldBe((SessionStatus.PrOpen, Branch, true));
        owner.Prs.ShouldBeEmpty();
        (owner.Status, owner.PrAutoDetect).ShouldBe((SessionStatus.Working, false));
        (await HostedProject.BranchOfAsync(claimant)).ShouldBe(Branch);
        (await HostedProject.BranchOfAsync(owner)).ShouldBeEmpty();
        foreach (var session in (SessionDocument[])[owner, claimant]) (await HostedProject.HeadOfAsync(session)).ShouldBe(unpushed);
        (await Project.Repository.GitAsync("rev-parse", Branch)).ShouldBe(unpushed);
        (await Athene.Api.EventsAsync(Owner, kind: "session.pr_taken_over")).ShouldHaveSingleItem();
        (await Athene.Api.KilledAsync(Owner)).Cleaned.ShouldBeTrue("nothing holds the sessions any more");
    }

    public async ValueTask DisposeAsync()
    {
        await Athene.DisposeAsync();
        github.Dispose();
    }
}
