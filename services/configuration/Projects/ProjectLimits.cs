namespace Athene.Configuration.Projects;

/// <summary>Limits of one project, besides those of all.</summary>
/// <param name="MaxSessions">The most workers of the project at a time; null: any number.</param>
/// <param name="ResumeAfterLimit">What the project says itself of <see cref="LimitsConfiguration.ResumeAfterLimit"/>.</param>
public sealed record ProjectLimits(int? MaxSessions = null, bool? ResumeAfterLimit = null);
