using Athene.Contracts.Events;
using Athene.Contracts.Tracking;

namespace Athene.Lifecycle.Supervision;

/// <summary>Looks after one session, from its spawn until it is forgotten. Its id is the session's.</summary>
public interface ISupervisor : IActor
{
    /// <summary>Something happened to the session.</summary>
    Task HearSessionAsync(SessionEvent happened);

    /// <summary>Something changed at the host of its pull requests.</summary>
    Task HearTrackerAsync(TrackerEvent happened);
}
