namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>One thing that can be asked over HTTP.</summary>
/// <param name="Template">The path and query; <c>{kind}</c> stands for a value of that kind.</param>
/// <param name="Body">A valid body; null for none.</param>
internal sealed record Route(string Verb, string Template, string? Body = null);
