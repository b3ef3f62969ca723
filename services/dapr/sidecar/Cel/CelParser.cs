using System.Text.RegularExpressions;

namespace Athene.Sidecar.Cel;

/// <summary>
/// Reads the supported part of the Common Expression Language: literals, lists, <c>event</c> with <c>.field</c> and <c>[index]</c>, comparisons,
/// <c>in</c>, <c>&amp;&amp; || ! ?:</c>, arithmetic, <c>has()</c> and the functions of <see cref="CelFunctions"/>. Everything else is an error, never ignored.
/// </summary>
internal sealed class CelParser
{
    /// <summary>A rule is written by a person; what is longer, deeper or has more parts is an attack on the stack.</summary>
    private const int MaxLength = 16 * 1024;

    private const int MaxDepth = 100;

    private const int MaxParts = 500;

    private static readonly string[][] BinaryOperators = [["==", "!=", "<", "<=", ">", ">=", "in"], ["+", "-"], ["*", "/", "%"]];

    private readonly List<CelToken> tokens;
    private int at;
    private int depth;
    private int parts;

    private CelParser(string text) => tokens = CelLexer.Read(text);

    private CelToken Current => tokens[at];

    /// <exception cref="CelSyntaxException">The text is not a rule, or uses something that is not supported.</exception>
    public static CelExpression Parse(string text)
    {
        if (text.Length > MaxLength) throw new CelSyntaxException(MaxLength, $"a rule has at most {MaxLength} characters");
        var parser = new CelParser(text);
        var expression = parser.ReadExpression();
        return parser.Current.Kind == CelTokenKind.End ? expression : throw parser.Unexpected();
    }

    private CelExpression ReadExpression()
    {
        if (++depth > MaxDepth) throw Error($"more than {MaxDepth} levels of nesting");
        var condition = ReadOr();
        if (Take("?"))
        {
            var then = ReadExpression();
            Require(":");
            condition = new CelExpression.Choice(condition, then, ReadExpression());
        }

        depth--;
        return condition;
    }

    private CelExpression ReadOr()
    {
        var left = ReadAnd();
        while (Take("||")) left = new CelExpression.Or(left, ReadAnd());
        return left;
    }

    private CelExpression ReadAnd()
    {
        var left = ReadBinary(0);
        while (Take("&&")) left = new CelExpression.And(left, ReadBinary(0));
        return left;
    }

    private CelExpression ReadBinary(int level)
    {
        if (level == BinaryOperators.Length) return ReadUnary();
        var left = ReadBinary(level + 1);
        while (BinaryOperators[level].FirstOrDefault(Take) is { } operation) left = new CelExpression.Binary(operation, left, ReadBinary(level + 1));
        return left;
    }

    private CelExpression ReadUnary()
    {
        if (++parts > MaxParts) throw Error($"more than {MaxParts} parts");
        if (++depth > MaxDepth) throw Error($"more than {MaxDepth} levels of nesting");
        var operand = Take("!") ? new CelExpression.Not(ReadUnary()) : Take("-") ? new CelExpression.Negate(ReadUnary()) : ReadMember();
        depth--;
        return operand;
    }

    private CelExpression ReadMember()
    {
        var operand = ReadPrimary();
        while (true)
        {
            if (Take("["))
            {
                operand = new CelExpression.Index(operand, ReadExpression());
                Require("]");
            }
            else if (Take("."))
            {
                var name = RequireName();
                operand = Take("(") ? ReadCall(name, operand) : new CelExpression.Select(operand, name.Text);
            }
            else
            {
                return operand;
            }

            if (++parts > MaxParts) throw Error($"more than {MaxParts} parts");
        }
    }

    private CelExpression ReadPrimary()
    {
        var token = Current;
        if (Take("("))
        {
            var inner = ReadExpression();
            Require(")");
            return inner;
        }

        if (Take("[")) return new CelExpression.List(ReadItems("]"));
        if (token.Kind is not (CelTokenKind.Literal or CelTokenKind.Name)) throw Unexpected();
        at++;
        if (token.Kind == CelTokenKind.Literal) return new CelExpression.Literal(token.Value);
        return token.Text switch
        {
            "true" => new CelExpression.Literal(true),
            "false" => new CelExpression.Literal(false),
            "null" => new CelExpression.Literal(null),
            "event" => new CelExpression.Event(),
            "has" when Take("(") => ReadHas(token),
            _ when Take("(") => ReadCall(token, receiver: null),
            _ => throw new CelSyntaxException(token.Position, $"'{token.Text}' is not known here; a rule speaks of 'event'"),
        };
    }

    private CelExpression.Has ReadHas(CelToken name) => ReadItems(")") is [CelExpression.Select field]
        ? new CelExpression.Has(field.Operand, field.Field)
        : throw new CelSyntaxException(name.Position, "has() asks for one field, like has(event.data.customer)");

    private CelExpression ReadCall(CelToken name, CelExpression? receiver)
    {
        var arguments = ReadItems(")");
        if (receiver is not null) arguments.Insert(0, receiver);
        if (name.Text == "matches") return ReadMatch(name, arguments);
        var function = CelFunctions.Find(name.Text, asMethod: receiver is not null)
            ?? throw new CelSyntaxException(name.Position, $"the function '{name.Text}' is not supported; there are {CelFunctions.Names}");
        return function.Arity == arguments.Count
            ? new CelExpression.Call(function, arguments)
            : throw new CelSyntaxException(name.Position, $"'{name.Text}' has {arguments.Count} arguments instead of {function.Arity}");
    }

    private static CelExpression.Match ReadMatch(CelToken name, List<CelExpression> arguments)
    {
        if (arguments is not [var operand, CelExpression.Literal { Value: string pattern }])
            throw new CelSyntaxException(name.Position, "matches() asks for a pattern that is written out");
        try
        {
            return new CelExpression.Match(operand, new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            throw new CelSyntaxException(name.Position, $"the pattern is not supported: {e.Message}");
        }
    }

    private List<CelExpression> ReadItems(string end)
    {
        List<CelExpression> items = [];
        while (!Take(end))
        {
            if (items.Count > 0) Require(",");
            items.Add(ReadExpression());
        }

        return items;
    }

    private bool Take(string text)
    {
        if (!Current.Is(text)) return false;
        at++;
        return true;
    }

    private void Require(string text)
    {
        if (!Take(text)) throw Error($"'{text}' is expected instead of {Describe(Current)}");
    }

    private CelToken RequireName() => Current.Kind == CelTokenKind.Name ? tokens[at++] : throw Error($"a name is expected instead of {Describe(Current)}");

    private CelSyntaxException Unexpected() => Error($"{Describe(Current)} is not expected here");

    private CelSyntaxException Error(string reason) => new(Current.Position, reason);

    private static string Describe(CelToken token) => token.Kind == CelTokenKind.End ? token.Text : $"'{token.Text}'";
}
