using YamlDotNet.RepresentationModel;

namespace Athene.Sidecar.Resources;

/// <summary>
/// Reads a Resiliency file: retries and timeouts of deliveries and invocations. What would be weaker here than it says is an error;
/// what promises nothing (a circuit breaker spares a callee) or has no object here (the way to a store in this process) is remarked on.
/// </summary>
internal sealed class ResiliencyReader
{
    private static readonly TimeSpan DefaultDuration = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan DefaultMaxInterval = TimeSpan.FromMinutes(1);

    private readonly IReadOnlyList<string> scopes;
    private readonly List<PolicyTarget> targets = [];
    private readonly List<string> remarks = [];
    private readonly Dictionary<string, RetryPolicy> retries = [];
    private readonly Dictionary<string, TimeSpan> timeouts = [];
    private readonly YamlMappingNode spec;

    private ResiliencyReader(YamlMappingNode root)
    {
        root.AllowOnly("a Resiliency", "apiVersion", "kind", "metadata", "spec", "scopes");
        scopes = root.Texts("scopes");
        spec = root.Require("spec");
        spec.AllowOnly("spec", "policies", "targets");
    }

    /// <summary>The targets, and remarks on what is not followed.</summary>
    /// <exception cref="FormatException">Something is unknown or not supported; with its line.</exception>
    public static (IReadOnlyList<PolicyTarget> Targets, IReadOnlyList<string> Remarks) Read(YamlMappingNode root)
    {
        var reader = new ResiliencyReader(root);
        reader.ReadPolicies();
        reader.ReadTargets();
        return (reader.targets, reader.remarks);
    }

    private void ReadPolicies()
    {
        if (spec.Map("policies") is not { } policies) return;
        policies.AllowOnly("policies", "timeouts", "retries", "circuitBreakers");
        foreach (var (name, text) in policies.TextMap("timeouts")) timeouts[name] = GoDuration.ParseWait(text);
        foreach (var (name, policy) in policies.Maps("retries")) retries[name] = ReadRetry(policy);
        foreach (var name in timeouts.Keys.Concat(retries.Keys).Where(IsDefault))
            throw new FormatException($"line {policies.Start.Line}: the default policy '{name}' is not supported; name a policy in spec.targets");
    }

    /// <summary>Dapr applies policies of such names without being asked to.</summary>
    private static bool IsDefault(string name) =>
        name.StartsWith("DaprBuiltIn", StringComparison.Ordinal) || (name.StartsWith("Default", StringComparison.Ordinal) && name.EndsWith("Policy", StringComparison.Ordinal));

    private static RetryPolicy ReadRetry(YamlMappingNode policy)
    {
        policy.AllowOnly("a retry policy", "policy", "duration", "maxInterval", "maxRetries", "matching");
        var kind = policy.Text("policy");
        if (kind is not (null or "constant" or "exponential")) throw new FormatException($"line {policy.Start.Line}: 'policy' is constant or exponential, not '{kind}'");
        return new RetryPolicy(
            kind == "exponential",
            policy.Text("duration") is { } duration ? GoDuration.ParseWait(duration) : DefaultDuration,
            policy.Text("maxInterval") is { } interval ? GoDuration.ParseWait(interval) : DefaultMaxInterval,
            policy.Number("maxRetries") is >= 0 and var count ? count : null) { Statuses = ReadStatuses(policy) };
    }

    private static IReadOnlyList<StatusRange>? ReadStatuses(YamlMappingNode policy)
    {
        if (policy.Map("matching") is not { } matching) return null;
        // Apps are called over HTTP only.
        matching.AllowOnly("matching", "httpStatusCodes");
        return matching.Text("httpStatusCodes") is { Length: > 0 } codes ? StatusRange.ParseList(codes) : null;
    }

    private void ReadTargets()
    {
        if (spec.Map("targets") is not { } map) return;
        map.AllowOnly("targets", "apps", "actors", "components");
        if (map.Map("actors") is { Children.Count: > 0 } actors) throw new FormatException($"line {actors.Start.Line}: policies for calls of actors are not supported");
        foreach (var (app, target) in map.Maps("apps"))
        {
            target.AllowOnly($"apps.{app}", "timeout", "retry", "circuitBreaker", "circuitBreakerCacheSize");
            Add(PolicyTargetKind.App, app, target, $"spec.targets.apps.{app}");
        }

        foreach (var (component, target) in map.Maps("components"))
        {
            target.AllowOnly($"components.{component}", "inbound", "outbound");
            if (target.Has("outbound")) remarks.Add($"line {target.Start.Line}: spec.targets.components.{component}.outbound is not needed: the store is in this process");
            if (target.Map("inbound") is not { } inbound) continue;
            inbound.AllowOnly($"components.{component}.inbound", "timeout", "retry", "circuitBreaker");
            if (Find(retries, inbound, "retry", "retries")?.Statuses is not null)
                throw new FormatException($"line {inbound.Start.Line}: a retry policy with 'matching' is not supported for deliveries: an app says RETRY or DROP");
            Add(PolicyTargetKind.Inbound, component, inbound, $"spec.targets.components.{component}.inbound");
        }
    }

    private void Add(PolicyTargetKind kind, string name, YamlMappingNode target, string where)
    {
        if (target.Has("circuitBreaker")) remarks.Add($"line {target.Start.Line}: {where}.circuitBreaker is not followed: every call is tried");
        var policy = new CallPolicy(
            Find(retries, target, "retry", "retries") ?? RetryPolicy.None, target.Has("timeout") ? Find(timeouts, target, "timeout", "timeouts") : null);
        targets.Add(new PolicyTarget(kind, name, policy, scopes));
    }

    private static T? Find<T>(Dictionary<string, T> policies, YamlMappingNode target, string key, string section)
    {
        if (target.Text(key) is not { } name) return default;
        return policies.TryGetValue(name, out var policy)
            ? policy
            : throw new FormatException($"line {target.Start.Line}: the policy '{name}' is not defined under spec.policies.{section}");
    }
}
