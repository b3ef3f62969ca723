using Athene.Benchmarks.Machine;

namespace Athene.Benchmarks.Measurements;

/// <summary>From the request to a message that is submitted: stored, looked at the machine, pasted, Enter pressed.</summary>
internal static class SendTime
{
    private const string Project = "send";

    private const int Rounds = 31;

    /// <summary>A young agent is waited for; this is about those at work.</summary>
    private static readonly TimeSpan Youth = TimeSpan.FromSeconds(21);

    public static async Task<Result> MeasureAsync(Installation athene)
    {
        await Repository.CreateAsync(athene.Combine("repositories", Project), files: 10);
        await athene.Api.AddProjectAsync(athene.Combine("repositories", Project), Project);
        var session = await athene.Api.SpawnAsync(Project);
        await Task.Delay(Youth);
        var samples = new Samples();
        for (var round = 0; round < Rounds; round++) await samples.MeasureAsync(() => athene.Api.SendAsync(session, $"message {round}"));
        return Result.Of("send until submitted (200 ms of it between paste and Enter)", samples);
    }
}
