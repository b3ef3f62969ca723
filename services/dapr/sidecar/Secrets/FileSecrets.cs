using System.Text.Json;
using Athene.Sidecar.Resources;

namespace Athene.Sidecar.Secrets;

/// <summary>A JSON file (<c>secretstores.local.file</c>), read once. Nested values have names joined by <c>nestedSeparator</c>; with <c>multiValued</c> a secret has all the values of one level.</summary>
internal sealed class FileSecrets : ISecretSource
{
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> secrets = [];
    private readonly string separator;

    private FileSecrets(JsonElement root, string separator, bool isMultiValued)
    {
        this.separator = separator;
        foreach (var property in root.EnumerateObject())
        {
            if (isMultiValued && property.Value.ValueKind is (JsonValueKind.Object or JsonValueKind.Array)) secrets[property.Name] = Flatten("", property.Value).ToDictionary();
            else foreach (var (name, value) in Flatten(property.Name, property.Value)) secrets[name] = new Dictionary<string, string> { [name] = value };
        }
    }

    public IEnumerable<string> Names => secrets.Keys;

    /// <exception cref="SidecarStartException">The file is missing or is not a JSON object.</exception>
    public static FileSecrets Open(Component component)
    {
        var path = component.Metadata.GetValueOrDefault("secretsFile") is { Length: > 0 } file ? Path.GetFullPath(file)
            : throw new SidecarStartException($"The secret store '{component.Name}' does not say its secretsFile.");
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            if (json.RootElement.ValueKind != JsonValueKind.Object) throw new JsonException("an object is expected");
            return new FileSecrets(
                json.RootElement, component.Metadata.GetValueOrDefault("nestedSeparator") is { Length: > 0 } separator ? separator : ":",
                component.Metadata.GetValueOrDefault("multiValued") == "true");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            throw new SidecarStartException($"The secret store '{component.Name}' cannot read its secretsFile {path}: {e.Message}", e);
        }
    }

    public IReadOnlyDictionary<string, string>? Find(string name) => secrets.GetValueOrDefault(name);

    private IEnumerable<KeyValuePair<string, string>> Flatten(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(child => Flatten(Join(name, child.Name), child.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((child, index) => Flatten(Join(name, $"{index}"), child)),
        JsonValueKind.Null => [KeyValuePair.Create(name, "")],
        JsonValueKind.True or JsonValueKind.False => [KeyValuePair.Create(name, value.GetRawText())],
        _ => [KeyValuePair.Create(name, value.ToString())],
    };

    private string Join(string parent, string child) => parent.Length == 0 ? child : parent + separator + child;
}
