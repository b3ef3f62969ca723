namespace Athene.Dapr.Actors.Runtime;

/// <summary>What happens to a value of an actor's state at the next commit.</summary>
public enum StateChangeKind
{
    None = 0,
    Add = 1,
    Update = 2,
    Remove = 3,
}
