using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Athene.Sidecar.Resources;

/// <summary>Reads a Dapr resources directory: components, subscriptions and the inbound retries of resiliency files.</summary>
internal static class ResourceReader
{
    /// <exception cref="SidecarStartException">The directory is missing, or a file is not what it claims to be.</exception>
    public static ResourceSet Read(string? directory)
    {
        if (directory is null) return ResourceSet.BuiltIn;
        if (!Directory.Exists(directory))
            throw new SidecarStartException($"The resources directory {directory} does not exist. Correct resourcesPath, or leave it out for the built-in components.");

        List<Component> components = [];
        List<DeclaredSubscription> subscriptions = [];
        Dictionary<string, RetryPolicy> retries = [];
        var files = Directory.EnumerateFiles(directory).Where(file => Path.GetExtension(file) is ".yaml" or ".yml").Order(StringComparer.Ordinal);
        foreach (var (file, root) in files.SelectMany(file => Documents(file).Select(root => (file, root))))
        {
            try
            {
                switch (root.Text("kind"))
                {
                    case "Component": components.Add(ReadComponent(root)); break;
                    case "Subscription": subscriptions.Add(SubscriptionFileReader.Read(root)); break;
                    case "Resiliency": ResiliencyReader.AddInboundRetries(root, retries); break;
                }
            }
            catch (FormatException e)
            {
                throw new SidecarStartException($"{file}: {e.Message}", e);
            }
        }

        return new ResourceSet(components, subscriptions, retries);
    }

    private static List<YamlMappingNode> Documents(string file)
    {
        try
        {
            using var text = File.OpenText(file);
            var stream = new YamlStream();
            stream.Load(text);
            return [.. stream.Documents.Select(document => document.RootNode).OfType<YamlMappingNode>()];
        }
        catch (YamlException e)
        {
            throw new SidecarStartException($"{file}({e.Start.Line},{e.Start.Column}): {e.Message}", e);
        }
    }

    private static Component ReadComponent(YamlMappingNode root)
    {
        var spec = root.Require("spec");
        var metadata = spec.Items("metadata").ToDictionary(item => item.RequireText("name"), ReadValue);
        return new Component(root.Require("metadata").RequireText("name"), spec.RequireText("type"), spec.Text("version") ?? "v1", metadata, root.Texts("scopes"));
    }

    private static string ReadValue(YamlMappingNode item)
    {
        if (item.Text("value") is { } value) return value;
        var variable = item.Text("envRef") ?? item.Map("secretKeyRef")?.Text("key") ?? item.Map("secretKeyRef")?.Text("name");
        return variable is null ? "" : Environment.GetEnvironmentVariable(variable) ?? "";
    }
}
