namespace Athene.Testing.GitHub.GraphQL;

/// <summary>One field cannot be answered; the others can.</summary>
/// <param name="type">GitHub's word for it, such as NOT_FOUND.</param>
internal sealed class GraphErrorException(string type, string message) : Exception(message)
{
    public string Type => type;
}
