namespace Athene.Sidecar.Cel;

/// <summary><c>+ - * / %</c>: whole numbers with whole ones, broken with broken ones, never past their limits; <c>+</c> also joins texts and lists.</summary>
internal static class CelArithmetic
{
    public static object Apply(string operation, object? left, object? right)
    {
        try
        {
            return (operation, left, right) switch
            {
                ("+", long a, long b) => checked(a + b),
                ("-", long a, long b) => checked(a - b),
                ("*", long a, long b) => checked(a * b),
                ("/", long a, long b) => a / b,
                ("%", long a, long b) => a % b,
                ("+", double a, double b) => a + b,
                ("-", double a, double b) => a - b,
                ("*", double a, double b) => a * b,
                ("/", double a, double b) => a / b,
                ("+", string a, string b) => a + b,
                ("+", IReadOnlyList<object?> a, IReadOnlyList<object?> b) => (List<object?>)[.. a, .. b],
                _ => throw CelValues.NoOverload(operation, left, right),
            };
        }
        catch (ArithmeticException e)
        {
            throw new CelEvaluationException(e.Message);
        }
    }

    public static object Negate(object? value) => value switch
    {
        long and not long.MinValue => -(long)value,
        double number => -number,
        _ => throw CelValues.NoOverload("-", value),
    };
}
