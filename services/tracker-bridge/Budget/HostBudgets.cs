using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Athene.Configuration;
using Athene.Contracts.Hosts;

namespace Athene.TrackerBridge.Budget;

/// <summary>The budgets of all hosts, one a host and token.</summary>
public sealed class HostBudgets(AtheneConfiguration configuration, TimeProvider time) : IDisposable
{
    private readonly ConcurrentDictionary<(string Origin, string Token), Lazy<HostBudget>> budgets = new();

    /// <summary>How the hosts stand that were asked so far.</summary>
    public HostList Describe() => new([.. budgets.Values.Select(budget => budget.Value.Describe()).OrderBy(host => host.Host, StringComparer.Ordinal)]);

    public void Dispose()
    {
        foreach (var budget in budgets.Values) budget.Value.Dispose();
    }

    /// <param name="credentials">What the request proves itself with: hosts count by it.</param>
    internal HostBudget For(Uri address, string credentials)
    {
        var origin = new Uri(address.GetLeftPart(UriPartial.Authority));
        var token = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(credentials)));
        return budgets.GetOrAdd((origin.Authority, token), _ => new Lazy<HostBudget>(() => new HostBudget(origin, (configuration.FindHost(origin) ?? new HostConfiguration()).Reserve, time))).Value;
    }
}
