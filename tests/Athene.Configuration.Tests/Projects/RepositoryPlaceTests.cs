using Athene.Configuration.Projects;

namespace Athene.Configuration.Tests.Projects;

public sealed class RepositoryPlaceTests
{
    [Theory]
    [InlineData("acme/app", null, "acme/app", null)]
    [InlineData("john.doe/app", null, "john.doe/app", null)]
    [InlineData("group/subgroup/app", null, "group/subgroup/app", null)]
    [InlineData("gitlab.example.com/group/app", null, "group/app", "gitlab.example.com")]
    [InlineData("gitlab.example.com/group/app", "{ host: other.example.com }", "group/app", "other.example.com")]
    [InlineData("acme/app", "{ apiUrl: \"https://git.example.com/api/v4\" }", "acme/app", "https://git.example.com/api/v4")]
    public void Of_project_isItsRepositoryAndWhereThatIs(string repo, string? settings, string path, string? api)
    {
        var scm = settings is null ? "" : $", scm: {{ plugin: gitlab, {settings.Trim('{', '}', ' ')} }}";
        using var file = new ConfigurationFile($"projects: {{ app: {{ path: ., repo: {repo}{scm} }} }}");

        RepositoryPlace.Of(file.Load().Projects["app"]).ShouldBe(new RepositoryPlace(settings is null ? null : "gitlab", path, api));
    }
}
