using System.Text.Json.Serialization;

namespace Athene.Session.Machine.Terminals.Protocol;

/// <summary>What a client asks of the terminal host; one a connection.</summary>
[JsonDerivedType(typeof(StartTerminal), "start")]
[JsonDerivedType(typeof(ListTerminals), "list")]
[JsonDerivedType(typeof(ReadScreens), "screens")]
[JsonDerivedType(typeof(SendText), "send")]
[JsonDerivedType(typeof(EndTerminal), "end")]
[JsonDerivedType(typeof(AwaitChange), "change")]
[JsonDerivedType(typeof(AttachTerminal), "attach")]
internal abstract record HostRequest;
