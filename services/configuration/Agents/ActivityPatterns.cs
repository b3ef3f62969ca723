namespace Athene.Configuration.Agents;

/// <summary>Regular expressions over an agent's screen, for what its own record does not tell.</summary>
/// <param name="Waiting">It waits for a person.</param>
/// <param name="Blocked">It cannot go on by itself.</param>
/// <param name="Active">It works.</param>
public sealed record ActivityPatterns(IReadOnlyList<string> Waiting, IReadOnlyList<string> Blocked, IReadOnlyList<string> Active)
{
    public static ActivityPatterns None { get; } = new([], [], []);
}
