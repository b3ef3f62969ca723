using Athene.Hosting;
using Athene.Sidecar;
using Athene.Sidecar.Hosting;

const int Misuse = 2;
const int CannotStart = 1;

if (args is not ["--apps", var file])
{
    await Console.Error.WriteLineAsync("usage: Athene.Sidecar --apps FILE");
    return Misuse;
}

try
{
    await using var sidecar = await EmbeddedSidecar.StartAsync(SidecarOptions.Load(file), configure: builder => builder.AddAtheneObservability("sidecar"));
    await sidecar.WaitForShutdownAsync();
    return 0;
}
catch (SidecarStartException e)
{
    await Console.Error.WriteLineAsync(e.Message);
    return CannotStart;
}
