using System.Collections.Concurrent;
using Athene.Configuration;
using Athene.Lifecycle.Reactions;

namespace Athene.Lifecycle.Decisions;

/// <summary>The policy of each project: what it says itself, over what the configuration says for all, over the defaults, key by key.</summary>
public sealed class Policies(AtheneConfiguration configuration)
{
    private readonly ConcurrentDictionary<string, Policy> known = new();

    public Policy For(string projectId) => known.GetOrAdd(projectId, Read);

    private Policy Read(string projectId)
    {
        var project = configuration.Projects.GetValueOrDefault(projectId);
        var rules = ReactionRules.Merge(configuration.Reactions, project?.Reactions);
        return new Policy(configuration.Lifecycle, rules, project)
        {
            ResumesAfterLimit = rules[ReactionKeys.UsageLimit] is { Auto: true, Action: ReactionAction.Resume }
                || (project?.Limits.ResumeAfterLimit ?? configuration.Limits.ResumeAfterLimit),
        };
    }
}
