using Athene.Dapr.Benchmarks;
using Athene.Dapr.Benchmarks.Measurements;
using Athene.Dapr.Benchmarks.Parts;
using Athene.Testing;

Console.WriteLine("| Measured | Embedded sidecar | Dapr | Factor | Aim |\n| --- | --- | --- | --- | --- |");
foreach (var row in await StartTime.MeasureAsync()) Console.WriteLine(row);

var appPort = FreePort.Next();
var (sidecar, _) = await BenchmarkedSidecar.StartAsync(appPort);
await using (sidecar)
await using (var app = await BenchmarkedApp.StartAsync(appPort, sidecar.HttpPort, sidecar.GrpcPort))
{
    await foreach (var row in StateLoad.MeasureAsync(sidecar)) Console.WriteLine(row);
    await foreach (var row in CallLoad.MeasureAsync(sidecar)) Console.WriteLine(row);
    await foreach (var row in new PublishLoad(sidecar, app).MeasureAsync()) Console.WriteLine(row);
    Console.WriteLine(Row.Memory("resident memory after state, actor, invoke and publish load", sidecar.Resident, 192));
    await foreach (var row in new WorkflowLoad(app.Workflows).MeasureAsync()) Console.WriteLine(row);
    Console.WriteLine(Row.Memory("resident memory after the workflows", sidecar.Resident, 304));
}
