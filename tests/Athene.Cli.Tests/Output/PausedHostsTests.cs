using Athene.Cli.Output;
using Athene.Contracts.Hosts;

namespace Athene.Cli.Tests.Output;

public sealed class PausedHostsTests
{
    [Fact]
    public void Write_pausedHost_saysUntilWhenAndWhy()
    {
        var until = new DateTimeOffset(2026, 1, 1, 12, 5, 0, TimeSpan.Zero);
        var writer = new StringWriter();

        PausedHosts.Write(
            writer, [new HostDocument("api.github.com", "GitHub", until, "its limit is used up", []), new HostDocument("gitlab.com", "GitLab", null, null, [])],
            TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(2), "east", "east"));

        writer.ToString().ShouldBe($"GitHub: paused until 14:05: its limit is used up{Environment.NewLine}");
    }
}
