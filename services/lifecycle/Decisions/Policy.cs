using Athene.Configuration;
using Athene.Configuration.Projects;
using Athene.Lifecycle.Reactions;

namespace Athene.Lifecycle.Decisions;

/// <summary>What the configuration says that a decision needs.</summary>
/// <param name="Rules">Reactions by key; one that is not there does not react.</param>
/// <param name="Project">Null for a project that was registered by command.</param>
public sealed record Policy(LifecycleConfiguration Lifecycle, IReadOnlyDictionary<string, ReactionRule> Rules, ProjectConfiguration? Project = null)
{
    public ReactionRule? Rule(string key) => Rules.GetValueOrDefault(key);
}
