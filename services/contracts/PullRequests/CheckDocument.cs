namespace Athene.Contracts.PullRequests;

/// <summary>One check of a pull request's head.</summary>
/// <param name="Id">The host's own id of this run of the check; another run has another one. Null where the host gives none.</param>
/// <param name="Conclusion">The host's own word for how it ended.</param>
/// <param name="Url">Where a person can look at it.</param>
public sealed record CheckDocument(string Name, CheckState State, string? Id = null, string? Conclusion = null, string? Url = null);
