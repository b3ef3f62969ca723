namespace Athene.Sidecar.Cel;

/// <summary>A rule that is not written in the supported part of the language; says where.</summary>
/// <param name="position">The character at which it goes wrong, from 1.</param>
internal sealed class CelSyntaxException(int position, string reason) : Exception($"at character {position}: {reason}")
{
    public int Position { get; } = position;
}
