namespace Athene.Cli.Supervision;

/// <summary>A process to keep alive: what to run, and how to see that it is well.</summary>
/// <param name="Environment">On top of what the supervisor has; a null removes a variable.</param>
/// <param name="Port">Where it listens on 127.0.0.1.</param>
/// <param name="Health">Answers 2xx once the process is ready.</param>
internal sealed record ProcessPlan(
    string AppId,
    IReadOnlyList<string> Command,
    string WorkingDirectory,
    IReadOnlyDictionary<string, string?> Environment,
    int Port,
    int DaprHttpPort,
    int DaprGrpcPort,
    Uri Health);
