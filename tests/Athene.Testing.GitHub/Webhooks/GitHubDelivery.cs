using System.Net;

namespace Athene.Testing.GitHub;

/// <summary>One thing that was told to the receiver of webhooks.</summary>
/// <param name="Status">What the receiver answered; null: nothing.</param>
public sealed record GitHubDelivery(string Id, string Event, string Body, HttpStatusCode? Status = null);
