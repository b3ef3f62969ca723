namespace Athene.Testing.Models;

/// <summary>What the scripted model answers: words, or the wish to run a command.</summary>
public abstract record ModelAnswer
{
    /// <summary>Words; the agent's turn is over.</summary>
    public static ModelAnswer Say(string text) => new Words(text);

    /// <summary>A call of the agent's shell tool; the agent comes back with what the command printed.</summary>
    public static ModelAnswer Run(string command) => new Command(command, null);

    /// <summary>The same for what the agent's sandbox forbids; an agent without a sandbox does not care.</summary>
    /// <param name="reason">What the agent shows to the person whom it asks.</param>
    public static ModelAnswer RunOutsideSandbox(string command, string reason) => new Command(command, reason);

    internal sealed record Words(string Text) : ModelAnswer;

    internal sealed record Command(string Line, string? SandboxReason) : ModelAnswer;
}
