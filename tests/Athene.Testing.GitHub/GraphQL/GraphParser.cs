using System.Text.Json.Nodes;

namespace Athene.Testing.GitHub.GraphQL;

/// <summary>Reads a GraphQL document: one operation with variables, aliases, arguments, fragments and groups by type.</summary>
internal sealed class GraphParser
{
    private static readonly Dictionary<string, GraphValue> NoArguments = [];

    private readonly GraphSyntax syntax;
    private readonly List<string> required = [];

    private GraphParser(string text) => syntax = new GraphSyntax(text);

    /// <exception cref="GraphInvalidException">It is none.</exception>
    public static GraphDocument Parse(string text) => new GraphParser(text).Document();

    private GraphDocument Document()
    {
        Dictionary<string, GraphSelection> fragments = [];
        (string Kind, IReadOnlyList<GraphSelection> Selections)? operation = null;
        while (!syntax.IsAtEnd)
        {
            if (syntax.Take("fragment")) AddFragment(fragments);
            else operation = Operation();
        }

        var (kind, selections) = operation ?? throw new GraphInvalidException("There is no operation");
        return new GraphDocument(kind, required, selections, fragments);
    }

    private void AddFragment(Dictionary<string, GraphSelection> fragments)
    {
        var name = syntax.Next();
        syntax.Expect("on");
        var type = syntax.Next();
        fragments[name] = new GraphSelection(null, null, NoArguments, Selections(), type);
    }

    private (string Kind, IReadOnlyList<GraphSelection> Selections) Operation()
    {
        if (syntax.Current == "{") return ("query", Selections());
        var kind = syntax.Next();
        if (syntax.Current is not ("(" or "{")) syntax.Next();
        if (syntax.Take("(")) Variables();
        return (kind, Selections());
    }

    private void Variables()
    {
        while (!syntax.Take(")"))
        {
            syntax.Expect("$");
            var name = syntax.Next();
            syntax.Expect(":");
            var isRequired = Type();
            if (syntax.Take("=")) Value();
            else if (isRequired) required.Add(name);
        }
    }

    private bool Type()
    {
        if (syntax.Take("["))
        {
            Type();
            syntax.Expect("]");
        }
        else
        {
            syntax.Next();
        }

        return syntax.Take("!");
    }

    private List<GraphSelection> Selections()
    {
        List<GraphSelection> selections = [];
        syntax.Expect("{");
        while (!syntax.Take("}")) selections.Add(syntax.Take("...") ? Group() : Field());
        return selections;
    }

    private GraphSelection Group()
    {
        if (!syntax.Take("on")) return new GraphSelection(null, null, NoArguments, [], Fragment: syntax.Next());
        var type = syntax.Next();
        return new GraphSelection(null, null, NoArguments, Selections(), type);
    }

    private GraphSelection Field()
    {
        var (alias, name) = (syntax.Current, syntax.Next());
        if (syntax.Take(":")) name = syntax.Next();
        var arguments = syntax.Take("(") ? Pairs(")") : NoArguments;
        return new GraphSelection(name, alias, arguments, syntax.Current == "{" ? Selections() : []);
    }

    private Dictionary<string, GraphValue> Pairs(string end)
    {
        Dictionary<string, GraphValue> pairs = [];
        while (!syntax.Take(end))
        {
            var name = syntax.Next();
            syntax.Expect(":");
            pairs[name] = Value();
        }

        return pairs;
    }

    private GraphValue Value()
    {
        if (syntax.Take("$"))
        {
            var variable = syntax.Next();
            return variables => variables[variable]?.DeepClone();
        }

        if (syntax.Take("{"))
        {
            var pairs = Pairs("}");
            return variables => new JsonObject(pairs.Select(pair => KeyValuePair.Create(pair.Key, pair.Value(variables))));
        }

        if (!syntax.Take("[")) return Literal(syntax.Next());
        List<GraphValue> items = [];
        while (!syntax.Take("]")) items.Add(Value());
        return variables => new JsonArray([.. items.Select(item => item(variables))]);
    }

    // What is no JSON is the word of an enumeration.
    private static GraphValue Literal(string word) => word switch
    {
        "null" => _ => null,
        "true" => _ => JsonValue.Create(true),
        "false" => _ => JsonValue.Create(false),
        _ when word[0] == '"' || word[0] == '-' || char.IsAsciiDigit(word[0]) => _ => JsonNode.Parse(word),
        _ => _ => JsonValue.Create(word),
    };
}
