using System.Text.Json;

namespace Athene.Sidecar.Cel;

/// <summary>A routing rule that is ready to be asked.</summary>
internal sealed class CelRule
{
    private readonly CelExpression expression;

    private CelRule(string text, CelExpression expression)
    {
        Text = text;
        this.expression = expression;
    }

    /// <summary>The rule as it was written.</summary>
    public string Text { get; }

    /// <exception cref="CelSyntaxException">The rule is not one, or uses something that is not supported; the message says where.</exception>
    public static CelRule Parse(string text) => new(text, CelParser.Parse(text));

    /// <exception cref="CelEvaluationException">The rule has no answer for this event.</exception>
    public bool Matches(JsonElement cloudEvent) => CelEvaluator.Evaluate(expression, cloudEvent) as bool?
        ?? throw new CelEvaluationException($"the result of '{Text}' is neither true nor false");
}
