namespace Athene.Sidecar.Cel;

/// <summary>A function of the language.</summary>
/// <param name="Arity">How many arguments it takes, the receiver of <c>a.f(b)</c> included.</param>
/// <param name="Apply">Answers, or throws a <see cref="CelEvaluationException"/>.</param>
internal sealed record CelFunction(string Name, int Arity, bool IsMethod, bool IsGlobal, Func<IReadOnlyList<object?>, object?> Apply);
