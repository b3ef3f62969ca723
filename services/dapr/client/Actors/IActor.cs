namespace Athene.Dapr.Actors;

/// <summary>
/// Base of the interfaces through which an actor is called. Their methods return <see cref="Task"/> or <see cref="Task{TResult}"/>
/// and take at most one argument, and after it a <see cref="CancellationToken"/> if they like.
/// </summary>
public interface IActor
{
}
