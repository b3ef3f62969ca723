using Athene.Session.Hooks;

namespace Athene.Session.Machine.Hooks;

/// <summary>A fact as it lies in the spool.</summary>
/// <param name="Fact">Null when the file is none: too odd to be read, and only good for removal.</param>
public sealed record SpooledFact(string Path, HookFact? Fact);
