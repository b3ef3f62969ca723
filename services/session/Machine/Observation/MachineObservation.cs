using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Machine.Observation;

/// <summary>One look at the machine.</summary>
/// <param name="Screens">By session id, only those that may have changed.</param>
public sealed record MachineObservation(
    RuntimeSnapshot Snapshot, IReadOnlyList<RuntimeChange> Changes, IReadOnlyDictionary<string, string> Screens);
