using Athene.Contracts.Lifecycle;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Acceptance cases of section A that one installation can serve side by side.</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class SpawnCases(SharedInstallation shared)
{
    [Fact]
    public async Task Case001_FirstSpawn_getsNumberOneAndItsOwnBranch()
    {
        var project = await shared.NewProjectAsync();

        var session = await project.SpawnAsync();

        session.Id.ShouldBe($"{project.Id}-1");
        session.Branch.ShouldBe($"session/{project.Id}-1");
        session.Status.ShouldBe(SessionStatus.Spawning);
        session.Activity.ShouldBe(Activity.Active);
        (await shared.Athene.Api.SessionAsync(session.Id)).Id.ShouldBe(session.Id);
        (await shared.Athene.Machine.TerminalsAsync()).ShouldContain(session.Id);
        (await project.EventsAsync("session.spawned")).ShouldHaveSingleItem().SessionId.ShouldBe(session.Id);
    }
}
