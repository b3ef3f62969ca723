namespace Athene.Sidecar.Resources;

/// <summary>A component as its file has it, with the metadata that is still to be read from secret stores.</summary>
internal sealed record DeclaredComponent(Component Component, IReadOnlyList<SecretReference> Secrets);
