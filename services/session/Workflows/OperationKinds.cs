namespace Athene.Session.Workflows;

/// <summary>Kinds of operations; each is a workflow, and the beginning of its instance ids.</summary>
public static class OperationKinds
{
    public const string Spawn = "spawn";

    public const string Kill = "kill";
}
