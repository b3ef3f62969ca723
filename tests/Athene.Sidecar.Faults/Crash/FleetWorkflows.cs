using System.Globalization;
using System.Net;
using System.Text.Json;

namespace Athene.Sidecar.Faults.Crash;

/// <summary>The workflows of a fleet, over HTTP as any client has them.</summary>
internal static class FleetWorkflows
{
    /// <summary>What a fan of so many steps adds up to.</summary>
    public static string SumOf(int steps) => Enumerable.Range(1, steps).Sum(step => (long)step * step).ToString(CultureInfo.InvariantCulture);

    /// <summary>A start that was not answered may have happened: a second one would begin the workflow anew once it has completed.</summary>
    public static async Task StartOnceAsync(this Fleet fleet, string id, int steps)
    {
        while (true)
        {
            var found = await fleet.TryAsync(HttpMethod.Get, $"/v1.0/workflows/dapr/{id}");
            if (found?.Status == HttpStatusCode.OK) return;
            if (found?.Status == HttpStatusCode.NotFound) await fleet.TryAsync(HttpMethod.Post, $"/v1.0/workflows/dapr/Fan/start?instanceID={id}", steps.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>What the workflow returned; null while it has not completed.</summary>
    public static async Task<string?> OutputAsync(this Fleet fleet, string id)
    {
        if (await fleet.TryAsync(HttpMethod.Get, $"/v1.0/workflows/dapr/{id}") is not { Status: HttpStatusCode.OK } answer) return null;
        using var state = JsonDocument.Parse(answer.Body);
        if (state.RootElement.GetProperty("runtimeStatus").GetString() != "COMPLETED") return null;
        return state.RootElement.GetProperty("properties").GetProperty("dapr.workflow.output").GetString();
    }
}
