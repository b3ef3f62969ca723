using System.Net;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>Lists do not grow with history (W-S10): what ended long ago, or is too much, is in the archive.</summary>
public sealed class ArchiveTests
{
    private const string Project = "old";

    [Fact]
    public async Task List_moreEndedSessionsThanAreKept_movesTheOldestToTheArchive()
    {
        await using var athene = Installation.Prepare(new InstallationOptions
        {
            Configuration = $$"""
                retention: { endedSessions: 2 }
                projects:
                  {{Project}}: { path: ~/{{Project}}, sessionPrefix: {{Project}} }
                """,
        });
        athene.Agents.WriteUsual();
        var project = new TestProject(athene, Project, await TestRepository.CreateAsync(Path.Combine(athene.UserHome, Project)));
        await athene.UpAsync();

        foreach (var number in (int[])[1, 2, 3])
        {
            (await project.SpawnAsync()).Id.ShouldBe($"{Project}-{number}");
            await athene.Api.KilledAsync($"{Project}-{number}");
        }

        await Within.TrueAsync(async () => (await ListAsync("all=true")).Meta.ArchivedCount == 1, "the oldest was archived");
        (await ListAsync("all=true")).Data.Select(session => session.Id).ShouldBe([$"{Project}-2", $"{Project}-3"]);
        (await ListAsync("archived=true")).Data.ShouldHaveSingleItem().Id.ShouldBe($"{Project}-1");
        (await ListAsync("archived=true&page=1")).Data.ShouldBeEmpty();
        (await athene.Api.SessionAsync($"{Project}-1")).Status.ShouldBe(Contracts.Lifecycle.SessionStatus.Killed);
        (await athene.AtheneAsync("ls", "--archived", "--json")).Json<SessionList>().Data.ShouldHaveSingleItem();
        (await project.SpawnAsync()).Id.ShouldBe($"{Project}-4");

        (await athene.Api.KilledAsync($"{Project}-1", new KillRequest(Purge: true))).Cleaned.ShouldBeTrue();
        (await athene.Api.GetAsync($"v1/sessions/{Project}-1")).Problem(HttpStatusCode.NotFound, "session-not-found");
        (await ListAsync("archived=true")).Data.ShouldBeEmpty();

        async Task<SessionList> ListAsync(string query) => (await athene.Api.GetAsync($"v1/sessions?project={Project}&{query}")).As<SessionList>();
    }
}
