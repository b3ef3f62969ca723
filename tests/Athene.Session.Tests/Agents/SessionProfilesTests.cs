using Athene.Configuration;
using Athene.Configuration.Agents;
using Athene.Configuration.Projects;
using Athene.Session.Agents;

namespace Athene.Session.Tests.Agents;

public sealed class SessionProfilesTests
{
    private static readonly AgentCatalog Catalog = AgentCatalog.Load("/nowhere", new Dictionary<string, AgentProfileLayer>(), _ => null);

    [Fact]
    public void Of_aSessionWhoseProjectMovesTheAgentsFiles_hasTheProjectsVariablesOverTheProfiles()
    {
        var session = Samples.Session() with { Agent = "codex" };
        var moved = new ProjectConfiguration
        {
            Id = session.ProjectId, Name = "App", Path = "/app", SessionPrefix = "app",
            Env = new Dictionary<string, string> { ["CODEX_HOME"] = "/elsewhere", ["CODEX_DISABLE_UPDATE_CHECK"] = "0" },
        };
        var configuration = new AtheneConfiguration { Projects = new Dictionary<string, ProjectConfiguration> { [session.ProjectId] = moved } };

        var profile = new SessionProfiles(Catalog, configuration).Of(session);

        profile.Env["CODEX_HOME"].ShouldBe("/elsewhere");
        profile.Env["CODEX_DISABLE_UPDATE_CHECK"].ShouldBe("0");
    }

    [Fact]
    public void Find_whenTheProfileWasTakenAway_isNothing() =>
        new SessionProfiles(Catalog, new AtheneConfiguration()).Find(Samples.Session() with { Agent = "gone" }).ShouldBeNull();
}
