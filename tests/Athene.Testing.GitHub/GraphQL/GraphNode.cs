using System.Collections;
using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.GraphQL;

/// <summary>A thing with fields. A field that was never added is one that GitHub does not have, or that this server does not know.</summary>
/// <param name="type">Its type in GitHub's schema.</param>
internal sealed class GraphNode(string type) : IEnumerable<string>
{
    private readonly Dictionary<string, Func<JsonObject, Task<object?>>> fields = [];

    public string Type => type;

    public void Add(string field, object? value) => fields.Add(field, _ => Task.FromResult(value));

    public void Add(string field, Func<JsonObject, object?> resolve) => fields.Add(field, arguments => Task.FromResult(resolve(arguments)));

    public void Add(string field, Func<JsonObject, Task<object?>> resolve) => fields.Add(field, resolve);

    public Task<object?> ResolveAsync(string field, JsonObject arguments)
    {
        if (field == "__typename") return Task.FromResult<object?>(type);
        return fields.TryGetValue(field, out var resolve) ? resolve(arguments) : throw new GraphInvalidException($"Field '{field}' doesn't exist on type '{type}'");
    }

    public IEnumerator<string> GetEnumerator() => fields.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
