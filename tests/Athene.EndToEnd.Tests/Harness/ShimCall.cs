namespace Athene.EndToEnd.Tests.Harness;

/// <summary>A call that went through a shim.</summary>
internal sealed record ShimCall(DateTimeOffset At, string Command)
{
    public bool Has(string words) => Command.Contains(words, StringComparison.Ordinal);
}
