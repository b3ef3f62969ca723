using Athene.Contracts.Errors;
using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Issues;

/// <summary>What no tracker is asked for. Pure.</summary>
internal static class IssueRules
{
    /// <exception cref="AtheneException">No tracker can answer this.</exception>
    public static void Check(IssueFilter filter)
    {
        if (filter.Limit is < 1 or > IssueFilter.MostAtOnce)
            throw Refused($"{filter.Limit} issues cannot be listed.", $"Ask for 1 to {IssueFilter.MostAtOnce}.");
    }

    /// <exception cref="AtheneException">No tracker would take this.</exception>
    public static void Check(NewIssue issue)
    {
        if (string.IsNullOrWhiteSpace(issue.Title)) throw Refused("An issue needs a title.", "Say in some words what is to be done.");
    }

    private static AtheneException Refused(string what, string hint) =>
        new(ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, what, hint);
}
