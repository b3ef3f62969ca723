namespace Athene.Testing.Models.Protocols;

/// <summary>What every answer is said to have used, in tokens.</summary>
internal static class TokenCount
{
    public const int Input = 1200;

    public const int Output = 34;
}
