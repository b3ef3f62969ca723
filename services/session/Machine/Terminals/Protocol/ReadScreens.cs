namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>Asks for the last lines of screens; answered by the texts by session id, without those that are gone.</summary>
internal sealed record ReadScreens(IReadOnlyList<string> SessionIds, int Lines) : HostRequest;
