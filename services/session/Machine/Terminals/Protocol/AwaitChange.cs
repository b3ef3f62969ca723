namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>Asks to be told when a terminal starts, its agent ends or it is closed; answered by the number of the last such change.</summary>
/// <param name="After">The change that the client knows of; null: the last one there is.</param>
internal sealed record AwaitChange(long? After) : HostRequest;
