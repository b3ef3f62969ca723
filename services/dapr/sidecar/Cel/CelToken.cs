namespace Athene.Sidecar.Cel;

/// <param name="Text">As it is written; of a literal the value counts.</param>
/// <param name="Position">Where it begins, from 1.</param>
/// <param name="Value">Of a literal: a string, a long or a double.</param>
internal readonly record struct CelToken(CelTokenKind Kind, string Text, int Position, object? Value = null)
{
    public bool Is(string text) => Kind is CelTokenKind.Symbol or CelTokenKind.Name && Text == text;
}
