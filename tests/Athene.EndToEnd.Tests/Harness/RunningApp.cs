namespace Athene.EndToEnd.Tests.Harness;

/// <summary>A process that the supervisor keeps alive.</summary>
internal sealed record RunningApp(string AppId, int Pid, int Port, bool Healthy, int DaprHttpPort, int Restarts);
