namespace Athene.Session.Prompts;

/// <summary>Text from outside, which an agent reads as information and never as instructions of its own people.</summary>
/// <param name="Source">Where it comes from, for example "issue 7 of local".</param>
/// <param name="Author">Who wrote it, as far as the source says.</param>
public sealed record OutsideText(string Source, string? Author, string Title, string Body, string? Url = null)
{
    /// <summary>The author is known to be able to write to the project anyway.</summary>
    public bool AuthorMayWrite { get; init; }

    /// <summary>What else the source says, a line each, such as its labels.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];
}
