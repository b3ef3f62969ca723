namespace Athene.Dapr.Actors;

/// <summary>The chain of calls that the running turn belongs to; every call that it makes carries the id on.</summary>
internal static class ReentrancyChain
{
    private static readonly AsyncLocal<string?> Id = new();

    public static string? Current
    {
        get => Id.Value;
        set => Id.Value = value;
    }
}
