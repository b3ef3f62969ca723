using Athene.Sidecar.Resources;

namespace Athene.Sidecar.Secrets;

internal static class SecretSources
{
    /// <exception cref="SidecarStartException">The store cannot be read.</exception>
    public static ISecretSource Open(Component component) =>
        component.Type == "secretstores.local.file" ? FileSecrets.Open(component) : new EnvironmentSecrets();
}
