using System.Text.Json;
using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.GraphQL;

/// <summary>Answers one document: what cannot be answered becomes null, with an error that names its path.</summary>
internal sealed class GraphExecution(GraphDocument document, JsonObject variables)
{
    private readonly JsonArray errors = [];

    /// <param name="root">The query's or the mutation's fields.</param>
    /// <exception cref="GraphInvalidException">A field or a variable is not there.</exception>
    public async Task<JsonObject> AnswerAsync(GraphNode root)
    {
        if (document.RequiredVariables.FirstOrDefault(name => variables[name] is null) is { } missing)
            throw new GraphInvalidException($"Variable ${missing} of required type was not provided");
        var answer = new JsonObject { ["data"] = await FieldsAsync(root, document.Selections, []) };
        if (errors.Count > 0) answer["errors"] = errors;
        return answer;
    }

    private async Task<JsonObject> FieldsAsync(GraphNode node, IReadOnlyList<GraphSelection> selections, IReadOnlyList<string> path)
    {
        var answer = new JsonObject();
        foreach (var field in FieldsFor(node, selections)) answer[field.Alias!] = await FieldAsync(node, field, [.. path, field.Alias!]);
        return answer;
    }

    // Groups lie flat, and hold only for their type.
    private IEnumerable<GraphSelection> FieldsFor(GraphNode node, IReadOnlyList<GraphSelection> selections) => selections.SelectMany(selection =>
    {
        if (selection.Name is not null) return [selection];
        var group = selection.Fragment is { } name
            ? document.Fragments.GetValueOrDefault(name) ?? throw new GraphInvalidException($"Fragment {name} was used, but not defined")
            : selection;
        return group.OnType == node.Type || group.OnType is null ? FieldsFor(node, group.Children) : [];
    });

    private async Task<JsonNode?> FieldAsync(GraphNode node, GraphSelection field, IReadOnlyList<string> path)
    {
        var arguments = new JsonObject(field.Arguments.Select(pair => KeyValuePair.Create(pair.Key, pair.Value(variables))));
        try
        {
            return await ValueAsync(await node.ResolveAsync(field.Name!, arguments), field, path);
        }
        catch (GraphErrorException failed)
        {
            errors.Add(new JsonObject { ["type"] = failed.Type, ["path"] = new JsonArray([.. path.Select(part => (JsonNode)part)]), ["message"] = failed.Message });
            return null;
        }
    }

    private async Task<JsonNode?> ValueAsync(object? value, GraphSelection field, IReadOnlyList<string> path)
    {
        switch (value)
        {
            case GraphNode when field.Children.Count == 0:
                throw new GraphInvalidException($"Field '{field.Name}' must have selections");
            case GraphNode node:
                return await FieldsAsync(node, field.Children, path);
            case IEnumerable<GraphNode> nodes:
                var list = new JsonArray();
                foreach (var node in nodes) list.Add(await FieldsAsync(node, field.Children, path));
                return list;
            default:
                return JsonSerializer.SerializeToNode(value);
        }
    }
}
