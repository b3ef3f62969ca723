namespace Athene.Session.Workflows;

/// <summary>What a claim starts from.</summary>
/// <param name="Reference">A number, <c>#number</c>, or an address.</param>
public sealed record ClaimInput(string OperationId, string SessionId, string Reference, bool Assign);
