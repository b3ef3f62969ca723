using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash;

/// <summary>A process killed at each step of a claim: the pull request has one owner, and no branch has lost a commit.</summary>
public sealed class ClaimCrashTests
{
    [Theory]
    [InlineData("PlanClaim:after")]
    [InlineData("CheckOutPullRequest:before")]
    [InlineData("CheckOutPullRequest:after")]
    [InlineData("RecordClaim:before")]
    [InlineData("RecordClaim:after")]
    public async Task Claim_sessionServiceKilledAtStep_leavesOneOwner(string place)
    {
        await using var crash = await ClaimCrash.StartAsync($"kill:{place}");

        await crash.ClaimAsync();

        File.Exists($"{crash.Athene.MarkFile}-killed-done").ShouldBeTrue("the fault never struck");
        await crash.ShouldHaveOneOwnerAsync();
    }

    [Theory]
    [InlineData("CheckOutPullRequest:after")]
    [InlineData("RecordClaim:after")]
    public async Task Claim_sidecarKilledAtStep_leavesOneOwner(string place)
    {
        await using var crash = await ClaimCrash.StartAsync($"pause:{place}");

        var claim = crash.ClaimAsync();
        await crash.Athene.KillSidecarAtPauseAsync();
        await claim;

        await crash.ShouldHaveOneOwnerAsync();
    }
}
