using System.Collections.Concurrent;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Session.Agents;
using Athene.Session.Machine.Observation;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Records;

namespace Athene.Session.Observing;

/// <summary>What the agents' screens say, by the patterns of their profiles. A screen that did not change says what it said before.</summary>
public sealed class ScreenReader(AgentCatalog agents)
{
    private readonly ConcurrentDictionary<string, ScreenClassifier> classifiers = new();
    private readonly ConcurrentDictionary<string, SeenVerdict> verdicts = new();

    /// <summary>What the session's screen says now; null when no pattern matches it.</summary>
    public Evidence? Read(SessionRecord session, MachineObservation seen)
    {
        if (!seen.Snapshot.Panes.TryGetValue(session.Id, out var pane))
        {
            verdicts.TryRemove(session.Id, out _);
            return null;
        }

        if (seen.Screens.TryGetValue(session.Id, out var screen))
        {
            var verdict = classifiers.GetOrAdd(session.Agent, ClassifierOf).Classify(screen);
            var since = EarlierOf(seen.Snapshot.TakenAt, pane.LastActivity.AddSeconds(1));
            verdicts.AddOrUpdate(
                session.Id, _ => new SeenVerdict(verdict, since), (_, before) => before.Verdict == verdict ? before : new SeenVerdict(verdict, since));
        }

        return verdicts.TryGetValue(session.Id, out var said) ? EvidenceOf(said, pane, seen.Snapshot.TakenAt) : null;
    }

    private static Evidence? EvidenceOf(SeenVerdict said, RuntimePane pane, DateTimeOffset now)
    {
        if (ActivityOf(said.Verdict.Activity) is not { } activity) return null;
        // A question stays open while it can be read; that something works or is broken must show by itself again.
        var seenLast = activity is Activity.WaitingInput ? now : pane.LastActivity;
        return new Evidence(
            activity, EvidenceSource.Terminal, said.Since, seenLast + Evidence.LifetimeOf(activity), Detail: said.Verdict.Evidence) { Said = said.Verdict.Text };
    }

    private static Activity? ActivityOf(AgentActivity screen) => screen switch
    {
        AgentActivity.WaitingInput => Activity.WaitingInput,
        AgentActivity.Blocked => Activity.Blocked,
        AgentActivity.Active => Activity.Active,
        _ => null,
    };

    private static DateTimeOffset EarlierOf(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private ScreenClassifier ClassifierOf(string agent)
    {
        try
        {
            return new ScreenClassifier(agents.Get(agent).Activity);
        }
        catch (AtheneException)
        {
            // The profile was taken away after the session began: its screen says nothing any more.
            return new ScreenClassifier(Configuration.Agents.ActivityPatterns.None);
        }
    }

    /// <summary>A verdict, and when the screen began to say so: a text that just stays there must not outweigh newer facts.</summary>
    private sealed record SeenVerdict(ScreenVerdict Verdict, DateTimeOffset Since);
}
