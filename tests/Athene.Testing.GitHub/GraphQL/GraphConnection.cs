using System.Globalization;
using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.GraphQL;

/// <summary>A page of a list, as GraphQL servers give it.</summary>
internal static class GraphConnection
{
    /// <summary>Pages hold at most so many, whatever is asked.</summary>
    private const int Largest = 100;

    public static GraphNode Of(IReadOnlyList<GraphNode> all, JsonObject arguments)
    {
        if ((arguments["first"] ?? arguments["last"]) is not { } wanted) throw new GraphInvalidException("You must provide a `first` or `last` value to properly paginate the connection.");
        var size = (int)wanted;
        if (size is < 1 or > Largest) throw new GraphInvalidException($"Requesting {size} records on the connection exceeds the limit of {Largest} records.");
        var start = arguments["last"] is not null ? Math.Max(0, all.Count - size) : arguments["after"] is { } after ? int.Parse((string)after!, CultureInfo.InvariantCulture) : 0;
        var page = all.Skip(start).Take(size).ToArray();
        var end = start + page.Length;
        return new GraphNode("Connection")
        {
            { "totalCount", all.Count },
            { "nodes", page },
            { "pageInfo", new GraphNode("PageInfo") { { "hasNextPage", end < all.Count }, { "endCursor", end.ToString(CultureInfo.InvariantCulture) } } },
        };
    }
}
