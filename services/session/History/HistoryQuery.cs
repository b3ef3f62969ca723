using Athene.Contracts.Events;

namespace Athene.Session.History;

/// <summary>Which events somebody asks for; what is null does not restrict.</summary>
/// <param name="Kind">A kind, or the beginning of one up to a dot (<c>session</c> for <c>session.spawned</c>).</param>
public sealed record HistoryQuery(string? SessionId = null, string? Kind = null, DateTimeOffset? Since = null, string? ProjectId = null)
{
    public bool Matches(EventDocument happened) =>
        (ProjectId is null || happened.ProjectId == ProjectId)
        && (SessionId is null || happened.SessionId == SessionId)
        && (Kind is null || happened.Kind == Kind || happened.Kind.StartsWith(Kind + ".", StringComparison.Ordinal))
        && (Since is null || happened.Time >= Since);
}
