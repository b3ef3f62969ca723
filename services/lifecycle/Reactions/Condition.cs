using System.Collections.Immutable;

namespace Athene.Lifecycle.Reactions;

/// <summary>Something that Athene reacts to, as it stands now.</summary>
/// <param name="Key">A key of the configuration (<see cref="ReactionKeys"/>).</param>
/// <param name="Subject">What it is about: the key of a pull request, or empty for the session itself.</param>
public sealed record Condition(string Key, string Subject, Standing Standing)
{
    /// <summary>What there is to say, each thing by a name of its own: what an incident has said already is not said again.</summary>
    public ImmutableSortedSet<string> Items { get; init; } = [];

    /// <summary>What one attempt is about, such as a commit: more of the same is told, but is no further attempt.</summary>
    public string Round { get; init; } = "";

    public string Id => IdOf(Key, Subject);

    /// <summary>The <see cref="Id"/> of what has this key and subject.</summary>
    public static string IdOf(string key, string subject) => subject.Length == 0 ? key : $"{key} {subject}";
}
