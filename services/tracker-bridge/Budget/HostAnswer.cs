using System.Net;

namespace Athene.TrackerBridge.Budget;

/// <summary>What an answer says about the budget of the host that gave it.</summary>
/// <param name="Pool">What the request counted against.</param>
/// <param name="Allowance">Null: the host does not say.</param>
/// <param name="RetryAfter">How long the host wants to be left alone; null: it does not say.</param>
/// <param name="IsRefusal">The host refused because too much was asked.</param>
public sealed record HostAnswer(HttpStatusCode Status, string Pool, Allowance? Allowance = null, TimeSpan? RetryAfter = null, bool IsRefusal = false)
{
    /// <summary>The host, or something before it, is not well.</summary>
    public bool IsFailure => Status >= HttpStatusCode.InternalServerError && !IsRefusal;
}
