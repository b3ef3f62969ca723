using Athene.Contracts.Sessions;

namespace Athene.Lifecycle.Effects;

/// <summary>Asks the session service to end a pause, and to tell the agent, if that is wanted.</summary>
public sealed record ResumeSession(ResumeRequest Request) : Effect
{
    public override string Word => "resume";
}
