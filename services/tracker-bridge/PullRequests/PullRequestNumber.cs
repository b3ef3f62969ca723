using System.Globalization;
using Athene.Contracts.Errors;
using Athene.Contracts.PullRequests;

namespace Athene.TrackerBridge.PullRequests;

/// <summary>Finds out which pull request is meant: <c>42</c>, <c>#42</c>, GitLab's <c>!42</c>, or an address (spec sessions.md §18). Pure.</summary>
public static class PullRequestNumber
{
    /// <exception cref="AtheneException">It is none, or one of another repository.</exception>
    public static int Of(PullRequestLookup lookup)
    {
        var text = lookup.Reference.Trim();
        if (int.TryParse(text.AsSpan(text.StartsWith('#') || text.StartsWith('!') ? 1 : 0), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0)
            return number;
        var url = PullRequestUrl.Parse(text) ?? throw Refused(
            $"'{lookup.Reference}' does not name a pull request.", "Give its number, as 42 or '#42', or its address.");
        if (url.Repository.Length > 0 && lookup.Repo is { } repo && !url.Repository.Equals(repo, StringComparison.OrdinalIgnoreCase))
        {
            throw Refused(
                $"{url.Address} belongs to {url.Repository}, but project '{lookup.ProjectId}' is {repo}.",
                "Use a session of the project that has this repository; 'athene project ls' shows all.");
        }

        return url.Number;
    }

    private static AtheneException Refused(string what, string hint) =>
        new(ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest, what, hint);
}
