using YamlDotNet.RepresentationModel;

namespace Athene.Sidecar.Resources;

/// <summary>Reads a Component file. Values that come from a secret store stay open until all components are known.</summary>
internal static class ComponentReader
{
    /// <exception cref="FormatException">Something is missing, unknown or not supported; with its line.</exception>
    public static DeclaredComponent Read(YamlMappingNode root)
    {
        root.AllowOnly("a Component", "apiVersion", "kind", "metadata", "spec", "scopes", "auth");
        var spec = root.Require("spec");
        spec.AllowOnly("spec", "type", "version", "metadata", "initTimeout", "ignoreErrors");
        Dictionary<string, string> metadata = [];
        List<SecretReference> secrets = [];
        foreach (var item in spec.Items("metadata"))
        {
            item.AllowOnly("an item of spec.metadata", "name", "value", "secretKeyRef", "envRef");
            var name = item.RequireText("name");
            if (item.Map("secretKeyRef") is { } reference) secrets.Add(ReadReference(root, name, reference));
            else metadata[name] = item.Text("envRef") is { } variable ? Environment.GetEnvironmentVariable(variable) ?? "" : item.Text("value") ?? "";
        }

        var component = new Component(root.Require("metadata").RequireText("name"), spec.RequireText("type"), spec.Text("version") ?? "v1", metadata, root.Texts("scopes"));
        return new DeclaredComponent(component, secrets);
    }

    private static SecretReference ReadReference(YamlMappingNode root, string name, YamlMappingNode reference)
    {
        reference.AllowOnly("secretKeyRef", "name", "key");
        var store = root.Map("auth")?.Text("secretStore") ?? throw new FormatException($"line {reference.Start.Line}: 'secretKeyRef' needs auth.secretStore, which says where the secret is");
        var secret = reference.RequireText("name");
        return new SecretReference(name, store, secret, reference.Text("key") ?? secret);
    }
}
