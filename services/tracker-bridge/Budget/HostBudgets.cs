using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Athene.Configuration;
using Athene.Contracts.Hosts;

namespace Athene.TrackerBridge.Budget;

/// <summary>The budgets of all hosts, one a host and whoever asks it: a token, or an App whatever its token is by now.</summary>
public sealed class HostBudgets(AtheneConfiguration configuration, TimeProvider time) : IDisposable
{
    /// <summary>Headers by which hosts know who asks.</summary>
    private static readonly string[] CredentialHeaders = ["Authorization", "PRIVATE-TOKEN"];

    private readonly ConcurrentDictionary<(string Origin, string Who), Lazy<HostBudget>> budgets = new();

    /// <summary>How the hosts stand that were asked so far.</summary>
    public HostList Describe() => new([.. budgets.Values.Select(budget => budget.Value.Describe()).OrderBy(host => host.Host, StringComparer.Ordinal)]);

    public void Dispose()
    {
        foreach (var budget in budgets.Values) budget.Value.Dispose();
    }

    /// <summary>What a request proves itself with: hosts count by it.</summary>
    internal static string CredentialsOf(HttpRequestMessage request) =>
        string.Concat(CredentialHeaders.SelectMany(name => request.Headers.TryGetValues(name, out var values) ? values : []));

    internal HostBudget For(HttpRequestMessage request)
    {
        var origin = new Uri(request.RequestUri!.GetLeftPart(UriPartial.Authority));
        if (HostRequest.Of(request, HostRequest.Identity, "") is { Length: > 0 } identity) return For(origin, identity);
        return For(origin, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(CredentialsOf(request)))));
    }

    private HostBudget For(Uri origin, string who) =>
        budgets.GetOrAdd((origin.Authority, who), _ => new Lazy<HostBudget>(() => new HostBudget(origin, (configuration.FindHost(origin) ?? new HostConfiguration()).Reserve, time))).Value;
}
