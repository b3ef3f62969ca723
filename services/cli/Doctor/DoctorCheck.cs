namespace Athene.Cli.Doctor;

/// <summary>One thing that Athene looks for on this machine.</summary>
/// <param name="Detail">What was found.</param>
/// <param name="Fix">What to do when it is not right; null when it is.</param>
/// <param name="Required">Whether Athene cannot work without it.</param>
internal sealed record DoctorCheck(string Name, bool Ok, string Detail, string? Fix, bool Required);
