using Athene.Session.Machine;

namespace Athene.Session.Tests.Machine;

public sealed class InheritedEnvironmentTests
{
    [Theory]
    [InlineData("DAPR_API_TOKEN", true)]
    [InlineData("APP_API_TOKEN", true)]
    [InlineData("ATHENE_HOME", true)]
    [InlineData("GIT_DIR", true)]
    [InlineData("TMUX", true)]
    [InlineData("APP_ENV", false)]
    [InlineData("DOTNET_ROOT", false)]
    [InlineData("GIT_AUTHOR_NAME", false)]
    [InlineData("PATH", false)]
    [InlineData("HOME", false)]
    public void What_belongs_to_the_service_is_withheld_and_what_belongs_to_the_person_is_not(string name, bool withheld) =>
        InheritedEnvironment.IsWithheld(name).ShouldBe(withheld);
}
