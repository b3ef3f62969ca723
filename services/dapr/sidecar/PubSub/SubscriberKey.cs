namespace Athene.Sidecar.PubSub;

/// <summary>An app in its role as subscriber of one topic.</summary>
internal readonly record struct SubscriberKey(string App, string PubSub, string Topic);
