namespace Athene.Testing.GitHub.GraphQL;

/// <summary>A field that a query asks for, or a group of fields that holds for one type.</summary>
/// <param name="Name">The field's name; null for a group.</param>
/// <param name="Alias">Under which the answer is given.</param>
/// <param name="OnType">For a group: the type that it holds for; null: for any.</param>
/// <param name="Fragment">For a group: the fragment that its fields are in.</param>
internal sealed record GraphSelection(
    string? Name, string? Alias, IReadOnlyDictionary<string, GraphValue> Arguments, IReadOnlyList<GraphSelection> Children, string? OnType = null, string? Fragment = null);
