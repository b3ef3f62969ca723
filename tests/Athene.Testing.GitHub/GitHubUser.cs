namespace Athene.Testing.GitHub;

/// <summary>Somebody at the host. Apps have a login that ends in <c>[bot]</c>.</summary>
internal sealed record GitHubUser(string Login)
{
    private const string BotSuffix = "[bot]";

    public bool IsBot => Login.EndsWith(BotSuffix, StringComparison.Ordinal);

    /// <summary>GraphQL leaves the suffix out.</summary>
    public string GraphLogin => IsBot ? Login[..^BotSuffix.Length] : Login;

    // The same for the same login in every process.
    public int Id => Login.Aggregate(7, (sum, letter) => ((sum * 31) + letter) & 0xFFFFFF);
}
