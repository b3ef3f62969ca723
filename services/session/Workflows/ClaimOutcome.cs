using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;

namespace Athene.Session.Workflows;

/// <summary>How a claim ended: with a result, or with the problem that undid it.</summary>
public sealed record ClaimOutcome(string SessionId, ClaimResult? Result, ProblemDocument? Problem = null);
