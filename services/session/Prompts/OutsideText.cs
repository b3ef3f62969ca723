namespace Athene.Session.Prompts;

/// <summary>Text from outside, which an agent reads as information and never as instructions of its own people.</summary>
/// <param name="Source">Where it comes from, for example "issue 7 of local".</param>
/// <param name="Author">Who wrote it, as far as the source says.</param>
public sealed record OutsideText(string Source, string? Author, string Title, string Body, string? Url = null);
