namespace Athene.Configuration.Agents;

/// <summary>Regular expressions over an agent's screen, for what its own record does not tell.</summary>
/// <param name="Waiting">It waits for a person.</param>
/// <param name="Blocked">It cannot go on by itself.</param>
/// <param name="Active">It works.</param>
public sealed record ActivityPatterns(IReadOnlyList<string> Waiting, IReadOnlyList<string> Blocked, IReadOnlyList<string> Active)
{
    public static ActivityPatterns None { get; } = new([], [], []);

    /// <summary>
    /// Over what a blocked agent says, on its screen or in its own record: that it is the limit of its plan, and in the group <c>reset</c> when that ends.
    /// </summary>
    public IReadOnlyList<string> Limit { get; init; } = [];
}
