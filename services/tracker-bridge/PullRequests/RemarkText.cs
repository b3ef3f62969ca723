namespace Athene.TrackerBridge.PullRequests;

/// <summary>One comment of a thread.</summary>
/// <param name="IsTrusted">Its author may write to the repository, or is a program that is known.</param>
internal sealed record RemarkText(string Author, string Body, bool IsTrusted);
