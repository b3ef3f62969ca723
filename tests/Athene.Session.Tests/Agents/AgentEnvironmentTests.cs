using Athene.Session.Agents;

namespace Athene.Session.Tests.Agents;

public sealed class AgentEnvironmentTests
{
    private static readonly AgentEnvironment Plain = new(
        "app-1", "p", IsOrchestrator: false, "http://127.0.0.1:1", "secret", "/h/bin", "/usr/bin:/usr/local/bin:/bin",
        new Dictionary<string, string>(), new Dictionary<string, string>(), new Dictionary<string, string>());

    [Fact]
    public void Case019_Project_variables_arrive_but_never_replace_ours()
    {
        var project = new Dictionary<string, string>
        {
            ["FOO"] = "1", ["PATH"] = "/x", ["AO_SESSION"] = "evil", ["AO_SESSION_ID"] = "evil", ["ATHENE_TOKEN"] = "evil",
            ["ATHENE_ANYTHING"] = "evil", ["AO_NEW"] = "evil", ["athene_session_id"] = "evil",
        };

        var variables = (Plain with { Project = project, Profile = project }).Build();

        variables["FOO"].ShouldBe("1");
        variables["AO_SESSION"].ShouldBe("app-1");
        variables["AO_SESSION_ID"].ShouldBe("app-1");
        variables["ATHENE_TOKEN"].ShouldBe("secret");
        variables["PATH"].ShouldBe("/h/bin:/usr/local/bin:/usr/bin:/bin");
        variables.Values.ShouldNotContain("evil");
    }

    [Fact]
    public void Every_agent_finds_who_it_is_and_whom_to_call()
    {
        var variables = (Plain with { IssueId = "7", ConfigurationFile = "/c.yaml" }).Build();

        variables["ATHENE_SESSION_ID"].ShouldBe("app-1");
        variables["ATHENE_PROJECT_ID"].ShouldBe("p");
        variables["ATHENE_API"].ShouldBe("http://127.0.0.1:1");
        variables["ATHENE_CALLER"].ShouldBe("agent");
        variables["ATHENE_ISSUE_ID"].ShouldBe("7");
        variables["AO_CALLER_TYPE"].ShouldBe("agent");
        variables["AO_CONFIG_PATH"].ShouldBe("/c.yaml");
        Plain.Build().Keys.ShouldNotContain("ATHENE_ISSUE_ID");
        (Plain with { IsOrchestrator = true }).Build()["ATHENE_CALLER"].ShouldBe("orchestrator");
    }

    [Fact]
    public void A_project_may_replace_what_the_profile_sets()
    {
        var variables = (Plain with
        {
            Profile = new Dictionary<string, string> { ["QUIET"] = "1", ["MODE"] = "profile" },
            Project = new Dictionary<string, string> { ["MODE"] = "project" },
        }).Build();

        variables["QUIET"].ShouldBe("1");
        variables["MODE"].ShouldBe("project");
    }
}
