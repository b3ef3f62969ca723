using Athene.Benchmarks;
using Athene.Benchmarks.Machine;
using Athene.Benchmarks.Measurements;
using Athene.Testing.GitHub;

const int DefaultSessions = 1_000;

var table = new ResultTable();

if (args is ["observe"])
{
    await MeasureObservationAsync();
    Console.WriteLine(table);
    return 0;
}

if (args is ["restore"])
{
    await using var athene = await Installation.PrepareAsync();
    await athene.UpAsync();
    await MeasureReturnAsync(athene);
    Console.WriteLine(table);
    return 0;
}

if (args is ["webhooks"])
{
    table.Add(ApiCalls.Measure());
    await using var athene = await Installation.PrepareAsync((WebhookClient.SecretVariable, WebhookClient.Secret));
    await athene.UpAsync();
    table.Add(await WebhookLoad.MeasureAsync(athene));
    Console.WriteLine(table);
    return 0;
}

if (args is ["supervise"])
{
    await MeasureSupervisionAsync(async (athene, github) => table.Add(await ReactionTime.MeasureAsync(athene, github)));
    await MeasureSupervisionAsync(async (athene, github) => table.Add(await SupervisionCost.MeasureAsync(athene, github)));
    Console.WriteLine(table);
    return 0;
}

if (args.Length > 1 || !int.TryParse(args.FirstOrDefault() ?? $"{DefaultSessions}", out var sessions) || sessions < 1)
{
    await Console.Error.WriteLineAsync($"usage: dotnet run --project tests/benchmarks/Athene.Benchmarks -c Release [-- SESSIONS | observe | restore | webhooks | supervise]  (lists of up to {DefaultSessions} sessions)");
    return 2;
}

await using (var athene = await Installation.PrepareAsync())
{
    table.Add(await StartTime.MeasureAsync(athene));
    table.Add(await SpawnTime.MeasureAsync(athene, "small", files: 10, rounds: 21));
    table.Add(await SpawnTime.MeasureAsync(athene, "large", files: 5_000, rounds: 10));
    await MeasureReturnAsync(athene);
    table.Add(await ConcurrentSpawns.MeasureAsync(athene, count: 50, rounds: 3));
}

await using (var athene = await Installation.PrepareAsync())
{
    await athene.UpAsync();
    await foreach (var result in new ListTime(athene).MeasureAsync(sessions)) table.Add(result);
}

await MeasureObservationAsync();
Console.WriteLine(table);
return 0;

async Task MeasureObservationAsync()
{
    await using var athene = await Installation.PrepareAsync();
    await athene.UpAsync();
    await foreach (var result in new ObservationCost(athene).MeasureAsync()) table.Add(result);
}

async Task MeasureReturnAsync(Installation athene)
{
    table.Add(await RestoreTime.MeasureAsync(athene));
    table.Add(await SendTime.MeasureAsync(athene));
}

async Task MeasureSupervisionAsync(Func<Installation, GitHubServer, Task> measure)
{
    await using var github = await GitHubServer.StartAsync();
    await using var athene = await Installation.PrepareAsync([.. SupervisedProject.VariablesFor(github)]);
    await athene.UpAsync();
    await measure(athene, github);
}
