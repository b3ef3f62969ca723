using Athene.Configuration.Projects;

namespace Athene.Configuration.Tests.Projects;

public sealed class SessionPrefixTests
{
    [Theory]
    [InlineData("/code/app", "app")]
    [InlineData("/code/API/", "api")]
    [InlineData("/code/MyWebApp", "mwa")]
    [InlineData("/code/my-web-app", "mwa")]
    [InlineData("/code/agent_orchestrator", "ao")]
    [InlineData("/code/Integrator", "int")]
    [InlineData("/code/my app.net", "man")]
    [InlineData("/code/日本語", "app")]
    public void From_takes_what_the_folder_is_called(string path, string prefix) => SessionPrefix.From(path).ShouldBe(prefix);

    [Theory]
    [InlineData("app_2-x", true)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("a\n", false)]
    [InlineData("", false)]
    public void IsValid_accepts_letters_digits_and_dashes(string name, bool valid) => SessionPrefix.IsValid(name).ShouldBe(valid);
}
