namespace Athene.Session.Workflows;

/// <summary>What a restore starts from.</summary>
/// <param name="Number">Which restore of the session it is; the operation's id follows from it.</param>
public sealed record RestoreInput(string SessionId, int Number)
{
    public string OperationId => OperationKinds.RestoreOf(SessionId, Number);
}
