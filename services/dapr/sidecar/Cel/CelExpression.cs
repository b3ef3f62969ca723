using System.Text.RegularExpressions;

namespace Athene.Sidecar.Cel;

/// <summary>A parsed rule, or a part of one.</summary>
internal abstract record CelExpression
{
    /// <summary>A null, bool, long, double or string.</summary>
    public sealed record Literal(object? Value) : CelExpression;

    public sealed record List(IReadOnlyList<CelExpression> Items) : CelExpression;

    /// <summary>The event itself, the only variable there is.</summary>
    public sealed record Event : CelExpression;

    public sealed record Select(CelExpression Operand, string Field) : CelExpression;

    public sealed record Index(CelExpression Operand, CelExpression Key) : CelExpression;

    /// <summary><c>has(operand.field)</c></summary>
    public sealed record Has(CelExpression Operand, string Field) : CelExpression;

    public sealed record Not(CelExpression Operand) : CelExpression;

    public sealed record Negate(CelExpression Operand) : CelExpression;

    public sealed record And(CelExpression Left, CelExpression Right) : CelExpression;

    public sealed record Or(CelExpression Left, CelExpression Right) : CelExpression;

    public sealed record Choice(CelExpression Condition, CelExpression Then, CelExpression Otherwise) : CelExpression;

    public sealed record Binary(string Operator, CelExpression Left, CelExpression Right) : CelExpression;

    public sealed record Call(CelFunction Function, IReadOnlyList<CelExpression> Arguments) : CelExpression;

    /// <summary><c>matches</c>: the pattern is a literal and was compiled, without backtracking, when the rule was read.</summary>
    public sealed record Match(CelExpression Operand, Regex Pattern) : CelExpression;
}
