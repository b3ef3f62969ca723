namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>
/// Which authors are programs: those of which GitHub says so, and those that the owner names (<c>hosts: … bots:</c>). Never by a name alone that anybody could
/// have registered. Pure.
/// </summary>
/// <param name="configured">Names that the owner's configuration adds.</param>
internal sealed class KnownBots(IReadOnlyList<string> configured)
{
    private const string Suffix = "[bot]";

    private readonly HashSet<string> names = new(configured.Select(Bare), StringComparer.OrdinalIgnoreCase);

    public bool Include(GraphActor? author) => author is not null && (author.TypeName == "Bot" || names.Contains(Bare(author.Login)));

    // GraphQL leaves the suffix out, REST and people write it.
    private static string Bare(string login) => login.EndsWith(Suffix, StringComparison.Ordinal) ? login[..^Suffix.Length] : login;
}
