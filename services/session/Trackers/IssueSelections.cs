using Athene.Contracts.Errors;
using Athene.Contracts.Issues;

namespace Athene.Session.Trackers;

/// <summary>The words for which issues are wanted. Pure.</summary>
internal static class IssueSelections
{
    /// <exception cref="AtheneException">It is none of them.</exception>
    public static IssueSelection Parse(string? word) => word switch
    {
        null or "open" => IssueSelection.Open,
        "closed" => IssueSelection.Closed,
        "all" => IssueSelection.All,
        _ => throw new AtheneException(
            ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, $"'{word}' is not a state that issues can be listed by.", "Use open, closed or all."),
    };
}
