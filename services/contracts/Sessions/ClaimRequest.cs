namespace Athene.Contracts.Sessions;

/// <summary>Makes a session take over a pull request (spec sessions.md §18).</summary>
/// <param name="Pr">A number, <c>#number</c>, or the pull request's address.</param>
/// <param name="Assign">Also assign it on its host to the user whose token Athene has.</param>
public sealed record ClaimRequest(string? Pr = null, bool Assign = false);
