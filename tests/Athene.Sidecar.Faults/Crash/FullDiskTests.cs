using System.Net;

namespace Athene.Sidecar.Faults.Crash;

public sealed class FullDiskTests
{
    private const int Refusals = 20;

    [Fact]
    public async Task What_cannot_be_written_is_refused_and_leaves_nothing()
    {
        await using var fleet = await Fleet.StartAsync(diskCanBeFilled: true);
        await fleet.InsistAsync(HttpMethod.Post, "/v1.0/state/statestore", """[{"key":"before","value":1}]""");

        await fleet.Sidecar.FillDiskAsync();
        foreach (var (verb, path, json) in Writes) await ShouldBeRefusedAsync(fleet, verb, path, json);
        (await fleet.TryAsync(HttpMethod.Get, "/v1.0/state/statestore/before"))?.Body.ShouldBe("1");

        await fleet.Sidecar.ClearDiskAsync();
        (await fleet.TryAsync(HttpMethod.Get, "/v1.0/state/statestore/before"))?.Body.ShouldBe("1");
        (await fleet.TryAsync(HttpMethod.Get, "/v1.0/state/statestore/refused"))?.Status.ShouldBe(HttpStatusCode.NoContent);
        (await fleet.TryAsync(HttpMethod.Get, "/v1.0/workflows/dapr/refused"))?.Status.ShouldBe(HttpStatusCode.NotFound);
        await fleet.InsistAsync(HttpMethod.Post, "/v1.0/publish/pubsub/messages", "\"after\"");
        await Until.IsAsync(() => fleet.Messages().Any(), () => "a message");
        fleet.Messages().ShouldBe(["after"]);
        foreach (var (verb, path, json) in Writes) await fleet.InsistAsync(verb, path, json);
    }

    [Fact]
    public async Task Work_under_way_goes_on_when_there_is_room_again()
    {
        const int messages = 300;
        string[] fans = ["a", "b", "c", "d"];
        await using var fleet = await Fleet.StartAsync(diskCanBeFilled: true);
        foreach (var id in fans) await fleet.StartOnceAsync(id, steps: 100);
        var publishing = Parallel.ForAsync(0, messages, async (number, _) => await fleet.InsistAsync(HttpMethod.Post, "/v1.0/publish/pubsub/messages", $"\"m{number}\""));
        var planning = Parallel.ForAsync(0, messages, async (number, _) => await fleet.InsistAsync(HttpMethod.Put, $"/v1.0/actors/Chore/c{number}/method/PlanAsync"));
        await Until.IsAsync(() => fleet.Messages().Any() && fleet.Squares().Any() && fleet.Worked().Any(), () => "work to be under way");

        await fleet.Sidecar.FillDiskAsync();
        for (var refusal = 0; refusal < Refusals; refusal++) await ShouldBeRefusedAsync(fleet, HttpMethod.Post, "/v1.0/state/statestore", """[{"key":"refused","value":1}]""");
        await fleet.Sidecar.ClearDiskAsync();

        await publishing;
        await planning;
        foreach (var id in fans) await Until.IsAsync(async () => await fleet.OutputAsync(id) is not null, () => $"workflow {id} to complete");
        await Until.IsAsync(() => fleet.Messages().Distinct().Count() == messages, () => $"{messages} messages to be delivered: {fleet.Messages().Distinct().Count()}");
        await Until.IsAsync(() => fleet.Worked().Distinct().Count() == messages, () => $"{messages} actors to be reminded: {fleet.Worked().Distinct().Count()}");
    }

    private static readonly (HttpMethod Verb, string Path, string? Json)[] Writes =
    [
        (HttpMethod.Post, "/v1.0/state/statestore", """[{"key":"refused","value":1}]"""),
        (HttpMethod.Post, "/v1.0/state/statestore/transaction", """{"operations":[{"operation":"upsert","request":{"key":"refused","value":1}}]}"""),
        (HttpMethod.Delete, "/v1.0/state/statestore/before", null),
        (HttpMethod.Post, "/v1.0/publish/pubsub/messages", "\"refused\""),
        (HttpMethod.Post, "/v1.0/publish/bulk/pubsub/messages", """[{"entryId":"1","event":"refused","contentType":"text/plain"}]"""),
        (HttpMethod.Post, "/v1.0/workflows/dapr/Fan/start?instanceID=refused", "1"),
        (HttpMethod.Post, "/v1.0/actors/Chore/c/reminders/r", """{"dueTime":"1h"}"""),
    ];

    private static async Task ShouldBeRefusedAsync(Fleet fleet, HttpMethod verb, string path, string? json)
    {
        var answer = (await fleet.TryAsync(verb, path, json)).ShouldNotBeNull($"{path} should be answered");
        answer.Status.ShouldBe(HttpStatusCode.InternalServerError, $"{path}: {answer.Body}");
    }
}
