namespace Athene.Session.Hooks;

/// <summary>Something that a program inside a session says has happened. All of it is text from outside.</summary>
/// <param name="Id">Names it: the same id again is the same fact.</param>
/// <param name="Source">One of <see cref="HookSources"/>.</param>
/// <param name="Event">What happened, in the source's words.</param>
/// <param name="At">When, by the clock of this machine.</param>
/// <param name="Body">What the source said about it, perhaps cut off; JSON from agents.</param>
public sealed record HookFact(string Id, string Source, string Event, DateTimeOffset At, string Body);
