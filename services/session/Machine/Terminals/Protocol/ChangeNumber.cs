namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>How many changes a host has seen; the answer to <see cref="AwaitChange"/>.</summary>
internal sealed record ChangeNumber(long Value);
