namespace Athene.Testing.GitHub.GraphQL;

/// <summary>A parsed query or mutation.</summary>
/// <param name="RequiredVariables">Those whose type ends in an exclamation mark and that have no default.</param>
internal sealed record GraphDocument(
    string Operation, IReadOnlyList<string> RequiredVariables, IReadOnlyList<GraphSelection> Selections, IReadOnlyDictionary<string, GraphSelection> Fragments);
