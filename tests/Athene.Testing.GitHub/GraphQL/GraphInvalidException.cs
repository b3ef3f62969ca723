namespace Athene.Testing.GitHub.GraphQL;

/// <summary>The request as a whole is none that GitHub would answer: it is not GraphQL, or names a field that is not there.</summary>
internal sealed class GraphInvalidException(string message) : Exception(message);
