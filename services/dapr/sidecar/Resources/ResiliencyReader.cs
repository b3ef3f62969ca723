using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace Athene.Sidecar.Resources;

/// <summary>Reads the one part of a Resiliency file that the embedded sidecar follows: inbound retries of components.</summary>
internal static class ResiliencyReader
{
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DefaultMaxInterval = TimeSpan.FromMinutes(1);

    public static void AddInboundRetries(YamlMappingNode root, Dictionary<string, RetryPolicy> retries)
    {
        var spec = root.Require("spec");
        var policies = spec.Map("policies")?.Map("retries");
        var targets = spec.Map("targets")?.Map("components");
        if (targets is null) return;

        foreach (var (key, value) in targets.Children)
        {
            if ((value as YamlMappingNode)?.Map("inbound")?.Text("retry") is not { } name) continue;
            var policy = policies?.Map(name) ?? throw new FormatException($"line {value.Start.Line}: the retry policy '{name}' is not defined under spec.policies.retries");
            retries[key.ToString()] = Read(policy);
        }
    }

    private static RetryPolicy Read(YamlMappingNode policy) => new(
        policy.Text("policy") == "exponential",
        policy.Text("duration") is { } duration ? GoDuration.Parse(duration) : DefaultDuration,
        policy.Text("maxInterval") is { } interval ? GoDuration.Parse(interval) : DefaultMaxInterval,
        policy.Text("maxRetries") is { } text && int.Parse(text, CultureInfo.InvariantCulture) is >= 0 and var count ? count : null);
}
