using Athene.Session.History;

namespace Athene.Session.Records;

/// <summary>
/// One change of the records, being made: a project, a session, and what happened. All of it is stored together or not at all.
/// A change may run more than once (after a lost race or a lost answer), so it must find its own earlier effect and leave it alone.
/// </summary>
public sealed class LedgerDraft(ProjectRecord? project, SessionRecord? session, DateTimeOffset now)
{
    private readonly List<Happening> happenings = [];

    /// <summary>The project concerned; null when it is not known. Set to null to forget it.</summary>
    public ProjectRecord? Project { get; set; } = project;

    /// <summary>The session concerned; null when it does not exist. Set to null to forget it.</summary>
    public SessionRecord? Session { get; set; } = session;

    public DateTimeOffset Now { get; } = now;

    public IReadOnlyList<Happening> Happenings => happenings;

    public void Record(Happening happening) => happenings.Add(happening);
}
