using System.Text.Json.Nodes;
using Athene.Contracts.Errors;
using Athene.Contracts.Events;
using Athene.Session.History;
using Athene.Session.Tests.Records;

namespace Athene.Session.Tests.History;

public sealed class EventIntakeTests : IClassFixture<StoreUnderTest>, IDisposable
{
    private readonly HistoryReader history;
    private readonly EventIntake intake;

    public EventIntakeTests(StoreUnderTest store)
    {
        history = new HistoryReader(store.Documents());
        intake = new EventIntake(store.NewLedger(), history);
    }

    public void Dispose() => intake.Dispose();

    [Fact]
    public async Task Accept_twice_keeps_it_once_and_another_beside_it()
    {
        var request = new EventRequest("a-1", "reaction.escalated", "told a person", "app", "app-1", "warn", new JsonObject { ["reaction"] = "ci-failed" });

        await intake.AcceptAsync(request, CancellationToken.None);
        await intake.AcceptAsync(request, CancellationToken.None);
        await intake.AcceptAsync(request with { Id = "a-2", Data = null }, CancellationToken.None);

        var kept = await history.ReadAsync(new HistoryQuery("app-1", "reaction.escalated"), CancellationToken.None);
        kept.Select(happened => (string?)happened.Data?["id"]).ShouldBe(["a-1", "a-2"]);
        (kept[0].Level, kept[0].ProjectId, (string?)kept[0].Data?["reaction"]).ShouldBe(("warn", "app", "ci-failed"));
    }

    [Theory]
    [InlineData("session.killed", "info")]
    [InlineData("notification.", "info")]
    [InlineData("reaction.Escalated\n", "info")]
    [InlineData("reaction.escalated", "fatal")]
    public async Task Accept_of_what_is_not_for_others_to_tell_is_refused(string kind, string level) =>
        (await Should.ThrowAsync<AtheneException>(() => intake.AcceptAsync(new EventRequest("b", kind, "…", Level: level), CancellationToken.None)))
            .Problem.Status.ShouldBe(400);

    [Fact]
    public async Task Accept_keeps_no_secret_and_nothing_huge()
    {
        var data = new JsonObject
        {
            ["token"] = "abc",
            ["nested"] = new JsonObject { ["api_key"] = "xyz", ["why"] = "Bearer abcdefgh12345678 was refused" },
            ["list"] = new JsonArray("https://ada:s3cret@example.org/", new string('x', 2000)),
        };

        await intake.AcceptAsync(new EventRequest("c", "notification.delivery_failed", "…", SessionId: "app-2", Data: data), CancellationToken.None);
        await intake.AcceptAsync(
            new EventRequest("d", "notification.delivery_failed", "…", SessionId: "app-2", Data: new JsonObject { ["all"] = new JsonArray([.. Enumerable.Repeat((JsonNode)new string('y', 400), 60).Select(text => text.DeepClone())]) }),
            CancellationToken.None);

        var kept = await history.ReadAsync(new HistoryQuery("app-2"), CancellationToken.None);
        var text = kept[0].Data!.ToJsonString();
        text.ShouldNotContain("abc");
        text.ShouldNotContain("s3cret");
        ((string?)kept[0].Data!["list"]![1])!.Length.ShouldBe(500);
        kept[1].Data!.Select(member => member.Key).ShouldBe(["id"]);
    }
}
