using Athene.Dapr.Protocol;

namespace Athene.Dapr.Workflow.Worker;

/// <summary>Which changes of its code an instance runs with. An answer once given stays.</summary>
internal sealed class Patches
{
    private readonly HashSet<string> recorded = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> answers = new(StringComparer.Ordinal);
    private readonly List<string> applied = [];

    /// <summary>The patches of this instance in the order in which they were asked for.</summary>
    public IReadOnlyList<string> Applied => applied;

    public void Record(WorkflowStartedEvent started) => recorded.UnionWith(started.Version?.Patches ?? []);

    public bool IsPatched(string name, bool isReplaying)
    {
        if (answers.TryGetValue(name, out var known)) return known;

        var answer = recorded.Contains(name) || !isReplaying;
        answers[name] = answer;
        if (answer) applied.Add(name);
        return answer;
    }
}
