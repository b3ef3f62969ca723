using System.Diagnostics.Metrics;

namespace Athene.Notifier.Delivery;

/// <summary>What the notifier counts.</summary>
public sealed class Instruments : IDisposable
{
    private readonly Meter meter = new("Athene.Notifier");
    private readonly Counter<long> tries;
    private readonly Histogram<double> durations;

    public Instruments()
    {
        tries = meter.CreateCounter<long>("athene.notifier.tries", description: "Tries to tell something, by target and outcome.");
        durations = meter.CreateHistogram<double>("athene.notifier.duration", "s", "How long a try took, by target and outcome.");
    }

    public void Tried(string target, Outcome outcome, TimeSpan duration)
    {
        KeyValuePair<string, object?>[] tags = [new("target", target), new("outcome", outcome.ToString().ToLowerInvariant())];
        tries.Add(1, tags);
        durations.Record(duration.TotalSeconds, tags);
    }

    public void Dispose() => meter.Dispose();
}
