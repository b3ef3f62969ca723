namespace Athene.Dapr.Actors.Runtime;

/// <summary>How a value of an actor's state is forgotten.</summary>
public class UnloadStateOptions
{
    /// <summary>Whether a change that is not committed may be forgotten with it.</summary>
    public bool AllowUnloadingWhenStateModified { get; set; }
}
