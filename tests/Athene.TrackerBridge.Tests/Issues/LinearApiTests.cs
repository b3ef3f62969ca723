using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.Testing.Hosts;
using Athene.TrackerBridge.Linear;
using Athene.TrackerBridge.Secrets;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.TrackerBridge.Tests.Issues;

/// <summary>What Linear's own client does, with no budget before it that would wait for everybody.</summary>
[Collection(TrackersCollection.Name)]
public sealed class LinearApiTests : IDisposable
{
    private readonly FakeLinear linear = new();
    private readonly HttpClient http = new();
    private readonly LinearTracker tracker;

    public LinearApiTests(TrackersUnderTest trackers)
    {
        var environment = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["LINEAR_API_URL"] = linear.ApiUrl }).Build();
        var secrets = new OwnerSecrets(trackers.Bridge.Dapr, TimeProvider.System, NullLogger<OwnerSecrets>.Instance);
        var api = new LinearApi(http, new LinearCredentials(secrets, environment), TimeProvider.System);
        tracker = new LinearTracker(api, new LinearNames(api));
    }

    public void Dispose()
    {
        http.Dispose();
        linear.Dispose();
    }

    [Fact]
    public async Task Find_thatFailsInPassing_isTriedAgain()
    {
        var id = linear.Add("Patience");
        linear.Interrupt(FakeAnswer.Refusal(503, "away"), FakeLinear.Error("Too many", "RATELIMITED", 400));

        (await FindAsync(id)).ShouldNotBeNull().Title.ShouldBe("Patience");
    }

    [Fact]
    public async Task Find_thatFailsAgainAndAgain_saysWhy()
    {
        linear.Interrupt(FakeAnswer.Refusal(503, "away"), FakeAnswer.Refusal(503, "away"), FakeAnswer.Refusal(503, "away"));

        (await Should.ThrowAsync<AtheneException>(() => FindAsync("ENG-1"))).Type.ShouldBe(ErrorTypes.TrackerFailed);
        linear.Requests.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Find_withinALimitThatLasts_saysSoAtOnce()
    {
        linear.Interrupt(FakeLinear.Error("Too many", "RATELIMITED", 400) with { Headers = new Dictionary<string, string> { ["Retry-After"] = "3600" } });

        (await Should.ThrowAsync<AtheneException>(() => FindAsync("ENG-1"))).Type.ShouldBe(ErrorTypes.TrackerRateLimited);
        linear.Requests.Count.ShouldBe(1);
    }

    private Task<IssueDocument?> FindAsync(string issue) =>
        tracker.FindAsync(new IssueLookup(new IssueSource("app", "/nowhere") { Provider = "linear" }, issue), CancellationToken.None);
}
