namespace Athene.Sidecar.Cel;

internal enum CelTokenKind
{
    /// <summary>A name, or one of the words <c>true</c>, <c>false</c>, <c>null</c>, <c>in</c>.</summary>
    Name,

    /// <summary>A literal; the token carries its value.</summary>
    Literal,

    /// <summary>An operator or a bracket.</summary>
    Symbol,

    /// <summary>Behind the last character.</summary>
    End,
}
