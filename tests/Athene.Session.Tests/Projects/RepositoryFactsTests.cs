using Athene.Session.Projects;

namespace Athene.Session.Tests.Projects;

public sealed class RepositoryFactsTests
{
    [Theory]
    [InlineData("git@github.com:acme/app.git", "acme/app")]
    [InlineData("https://github.com/acme/app", "acme/app")]
    [InlineData("https://ada:token@github.example.com/acme/app.git", "acme/app")]
    [InlineData("git@gitlab.com:group/subgroup/app.git", "gitlab.com/group/subgroup/app")]
    [InlineData("ssh://git@gitlab.example.com:2222/group/app.git", "gitlab.example.com/group/app")]
    [InlineData("https://gitlab.example.com/group/app/", "gitlab.example.com/group/app")]
    [InlineData("/srv/git/app.git", null)]
    [InlineData("http://127.0.0.1:4000/acme/app.git", "acme/app")]
    public void RepoOf_origin_isItsRepositoryAndOnAGitLabItsHost(string origin, string? repo) => RepositoryFacts.RepoOf(origin).ShouldBe(repo);
}
