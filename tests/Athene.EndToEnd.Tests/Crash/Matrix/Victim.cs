namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>The process that a round kills.</summary>
internal enum Victim
{
    SessionService,
    Sidecar,
}
