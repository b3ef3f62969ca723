using System.Collections.Concurrent;
using Athene.Contracts.Errors;
using Athene.Session.Agents;
using Athene.Session.Machine.Observation;
using Athene.Session.Records;

namespace Athene.Session.Observing;

/// <summary>What the agents' screens say, by the patterns of their profiles. A screen that did not change says what it said before.</summary>
public sealed class ScreenReader(AgentCatalog agents)
{
    private readonly ConcurrentDictionary<string, ScreenClassifier> classifiers = new();
    private readonly ConcurrentDictionary<string, ScreenVerdict> verdicts = new();

    public ScreenVerdict Read(SessionRecord session, MachineObservation seen)
    {
        if (!seen.Snapshot.Panes.ContainsKey(session.Id))
        {
            verdicts.TryRemove(session.Id, out _);
            return ScreenVerdict.None;
        }

        if (!seen.Screens.TryGetValue(session.Id, out var screen)) return verdicts.GetValueOrDefault(session.Id, ScreenVerdict.None);
        return verdicts[session.Id] = classifiers.GetOrAdd(session.Agent, ClassifierOf).Classify(screen);
    }

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
}
