namespace Athene.Sidecar.Resources;

/// <summary>The metadata <paramref name="Name"/> is the value <paramref name="Key"/> of a secret.</summary>
internal sealed record SecretReference(string Name, string Store, string Secret, string Key);
