using Athene.Sidecar.Secrets;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Athene.Sidecar.Resources;

/// <summary>Reads a Dapr resources directory: components, subscriptions, resiliency files and the workflow settings of a configuration; nothing in it is passed over in silence.</summary>
internal sealed class ResourceReader
{
    private readonly List<Component> components = [];
    private readonly List<DeclaredComponent> unresolved = [];
    private readonly List<DeclaredSubscription> subscriptions = [];
    private readonly List<PolicyTarget> targets = [];
    private readonly List<string> remarks = [];
    private WorkflowSettings? workflows;

    /// <param name="directory">Null for the built-in components.</param>
    /// <param name="appIds">The apps of this sidecar: what is scoped to others only is left alone.</param>
    /// <exception cref="SidecarStartException">The directory is missing, a file is not what it claims to be, or asks for what is not supported.</exception>
    public static ResourceSet Read(string? directory, IReadOnlyCollection<string> appIds)
    {
        if (directory is null) return ResourceSet.BuiltIn;
        if (!Directory.Exists(directory))
            throw new SidecarStartException($"The resources directory {directory} does not exist. Correct resourcesPath, or leave it out for the built-in components.");

        var reader = new ResourceReader();
        var files = Directory.EnumerateFiles(directory).Where(file => Path.GetExtension(file) is ".yaml" or ".yml").Order(StringComparer.Ordinal);
        foreach (var (file, root) in files.SelectMany(file => Documents(file).Select(root => (file, root))))
            if (root.Texts("scopes") is var scopes && (scopes.Count == 0 || scopes.Intersect(appIds).Any())) reader.Add(file, root);
        reader.Resolve();
        foreach (var appId in appIds) reader.RequireOneActorStateStore(appId);
        return new ResourceSet(reader.components, reader.subscriptions, reader.targets, reader.remarks) { Workflows = reader.workflows ?? new WorkflowSettings() };
    }

    private void Add(string file, YamlMappingNode root)
    {
        try
        {
            switch (root.Text("kind"))
            {
                case "Component":
                    Add(file, ComponentReader.Read(root));
                    break;
                case "Subscription":
                    subscriptions.Add(SubscriptionFileReader.Read(root));
                    break;
                case "Resiliency":
                    var (found, notes) = ResiliencyReader.Read(root);
                    targets.AddRange(found);
                    remarks.AddRange(notes.Select(note => $"{file}: {note}"));
                    break;
                case "Configuration":
                    if (ConfigurationReader.ReadWorkflow(root) is { } settings)
                        workflows = workflows is null ? settings : throw new FormatException("another Configuration in this directory has a spec.workflow too; keep one");
                    break;
                case var kind:
                    throw new FormatException($"line {root.Start.Line}: the kind '{kind}' is not supported; there are Component, Subscription, Resiliency and Configuration");
            }
        }
        catch (FormatException e)
        {
            throw new SidecarStartException($"{file}: {e.Message}", e);
        }
    }

    private void Add(string file, DeclaredComponent declared)
    {
        var component = declared.Component;
        ComponentRules.Check(component);
        if (components.Concat(unresolved.Select(other => other.Component)).Any(other => other.Name == component.Name))
            throw new FormatException($"the component '{component.Name}' is declared twice");
        if (declared.Secrets.Count > 0) unresolved.Add(declared);
        else components.Add(component);
        if (ComponentRules.Remark(component) is { } remark) remarks.Add($"{file}: {remark}");
    }

    private void Resolve()
    {
        foreach (var (component, secrets) in unresolved)
        {
            var metadata = new Dictionary<string, string>(component.Metadata);
            foreach (var secret in secrets) metadata[secret.Name] = Value(component, secret);
            components.Add(component with { Metadata = metadata });
        }
    }

    /// <summary>Of two, which one the actors' state is in would depend on the order of the files.</summary>
    private void RequireOneActorStateStore(string appId)
    {
        var stores = components.Where(component => component.IsActorStateStore && component.IsFor(appId)).Select(component => $"'{component.Name}'").ToList();
        if (stores.Count > 1)
        {
            throw new SidecarStartException(
                $"For the app '{appId}' more than one component sets actorStateStore: {string.Join(", ", stores)}. Keep it at one of them, or give them scopes without an app in common.");
        }
    }

    private string Value(Component component, SecretReference secret)
    {
        var store = components.FirstOrDefault(other => other.Name == secret.Store && other.IsSecretStore)
            ?? throw new SidecarStartException($"The component '{component.Name}' takes {secret.Name} from the secret store '{secret.Store}', which is not declared here.");
        return SecretSources.Open(store).Find(secret.Secret)?.GetValueOrDefault(secret.Key)
            ?? throw new SidecarStartException($"The component '{component.Name}' takes {secret.Name} from the secret '{secret.Secret}' of '{secret.Store}', which has no '{secret.Key}'.");
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
}
