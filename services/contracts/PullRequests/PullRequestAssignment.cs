namespace Athene.Contracts.PullRequests;

/// <summary>Who a pull request was assigned to: the user whose token Athene has.</summary>
public sealed record PullRequestAssignment(string Assignee);
