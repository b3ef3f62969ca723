using System.Text.Json;
using Athene.TrackerBridge.Webhooks.Normalising;

namespace Athene.TrackerBridge.Webhooks;

/// <summary>How one kind of host reports what happened there.</summary>
public interface IWebhookHost
{
    /// <summary>What a configuration calls it.</summary>
    string Provider { get; }

    /// <summary>The secret that is taken when a project names none.</summary>
    string SecretName { get; }

    string SignatureHeader { get; }

    string EventHeader { get; }

    /// <summary>The first of these that there is names the delivery.</summary>
    IReadOnlyList<string> DeliveryHeaders { get; }

    /// <summary>What a person has to do at the host, after the secret is set here.</summary>
    string SecretAdvice { get; }

    /// <summary>Whether the sender knows the secret; takes as long for a wrong signature as for the right one.</summary>
    /// <param name="signature">The value of the signature header.</param>
    bool Verifies(string signature, string secret, ReadOnlySpan<byte> body);

    /// <summary>What a payload says; null for events that are of no interest. Never throws, whatever is in it.</summary>
    WebhookHint? Read(string eventName, JsonElement payload);
}
