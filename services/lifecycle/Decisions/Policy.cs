using Athene.Configuration;
using Athene.Configuration.Projects;
using Athene.Lifecycle.Reactions;

namespace Athene.Lifecycle.Decisions;

/// <summary>What the configuration says that a decision needs.</summary>
/// <param name="Rules">Reactions by key; one that is not there does not react.</param>
/// <param name="Project">Null for a project that was registered by command.</param>
public sealed record Policy(LifecycleConfiguration Lifecycle, IReadOnlyDictionary<string, ReactionRule> Rules, ProjectConfiguration? Project = null)
{
    /// <summary>Whether an agent that met the limit of its plan is told to go on when that ends.</summary>
    public bool ResumesAfterLimit { get; init; }

    public ReactionRule? Rule(string key) => Rules.GetValueOrDefault(key);
}
