using Athene.Configuration;
using Athene.Configuration.Projects;

namespace Athene.Session.Prompts;

/// <summary>The reactions of a project that its orchestrator must know of, so that it does not do them a second time. Pure.</summary>
public static class OrchestratorReactions
{
    private const string Notify = "notify";

    /// <summary>The configured reactions that are automatic, the project's over the general ones, key by key.</summary>
    public static IReadOnlyList<AutomaticReaction> Of(AtheneConfiguration configuration, ProjectConfiguration project) =>
    [
        .. configuration.Reactions.Keys.Concat(project.Reactions.Keys)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .Select(key => Merge(key, project.Reactions.GetValueOrDefault(key), configuration.Reactions.GetValueOrDefault(key)))
            .OfType<AutomaticReaction>(),
    ];

    private static AutomaticReaction? Merge(string key, ReactionConfiguration? own, ReactionConfiguration? general) =>
        (own?.Auto ?? general?.Auto ?? true) is false
            ? null
            : new AutomaticReaction(
                key,
                own?.Action ?? general?.Action ?? Notify,
                own?.Retries ?? general?.Retries,
                own?.EscalateAfter ?? general?.EscalateAfter,
                (own?.Priority ?? general?.Priority)?.ToString().ToLowerInvariant());
}
