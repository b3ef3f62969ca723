namespace Athene.Dapr.Actors.Runtime;

/// <summary>Names an actor's type otherwise than its class.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class ActorAttribute : Attribute
{
    public string? TypeName { get; set; }
}
