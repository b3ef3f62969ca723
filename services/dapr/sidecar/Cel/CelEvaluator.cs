using System.Text.Json;

namespace Athene.Sidecar.Cel;

/// <summary>Computes an expression for one event. No side effects, no state, and no more steps than the expression has parts.</summary>
internal static class CelEvaluator
{
    /// <exception cref="CelEvaluationException">There is no answer for this event.</exception>
    public static object? Evaluate(CelExpression expression, JsonElement cloudEvent) => expression switch
    {
        CelExpression.Literal literal => literal.Value,
        CelExpression.Event => cloudEvent,
        CelExpression.List list => (List<object?>)[.. list.Items.Select(item => Evaluate(item, cloudEvent))],
        CelExpression.Select select => CelValues.Field(Evaluate(select.Operand, cloudEvent), select.Field),
        CelExpression.Index index => CelValues.ElementAt(Evaluate(index.Operand, cloudEvent), Evaluate(index.Key, cloudEvent)),
        CelExpression.Has has => CelValues.HasField(Evaluate(has.Operand, cloudEvent), has.Field),
        CelExpression.Not not => !Truth("!", Evaluate(not.Operand, cloudEvent)),
        CelExpression.Negate negate => CelArithmetic.Negate(Evaluate(negate.Operand, cloudEvent)),
        CelExpression.And and => Join("&&", and.Left, and.Right, cloudEvent, decisive: false),
        CelExpression.Or or => Join("||", or.Left, or.Right, cloudEvent, decisive: true),
        CelExpression.Choice choice => Evaluate(Truth("?:", Evaluate(choice.Condition, cloudEvent)) ? choice.Then : choice.Otherwise, cloudEvent),
        CelExpression.Binary binary => Apply(binary.Operator, Evaluate(binary.Left, cloudEvent), Evaluate(binary.Right, cloudEvent)),
        CelExpression.Match match => match.Pattern.IsMatch(Evaluate(match.Operand, cloudEvent) as string ?? throw new CelEvaluationException("matches() asks for a text")),
        CelExpression.Call call => call.Function.Apply([.. call.Arguments.Select(argument => Evaluate(argument, cloudEvent))]),
        _ => throw new InvalidOperationException($"{expression.GetType()} is not an expression."),
    };

    /// <summary>A side that decides does so whatever happens to the other one: <c>event.data.gone == 1 || true</c> is true.</summary>
    private static bool Join(string operation, CelExpression left, CelExpression right, JsonElement cloudEvent, bool decisive)
    {
        try
        {
            if (Truth(operation, Evaluate(left, cloudEvent)) == decisive) return decisive;
        }
        catch (CelEvaluationException) when (Truth(operation, Evaluate(right, cloudEvent)) == decisive)
        {
            return decisive;
        }

        return Truth(operation, Evaluate(right, cloudEvent));
    }

    private static object Apply(string operation, object? left, object? right) => operation switch
    {
        "==" => CelValues.AreEqual(left, right),
        "!=" => !CelValues.AreEqual(left, right),
        "<" => CelValues.Compare(operation, left, right) < 0,
        "<=" => CelValues.Compare(operation, left, right) <= 0,
        ">" => CelValues.Compare(operation, left, right) > 0,
        ">=" => CelValues.Compare(operation, left, right) >= 0,
        "in" => CelValues.Contains(right, left),
        _ => CelArithmetic.Apply(operation, left, right),
    };

    private static bool Truth(string operation, object? value) => value as bool? ?? throw CelValues.NoOverload(operation, value);
}
