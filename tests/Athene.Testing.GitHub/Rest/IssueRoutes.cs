using System.Text.Json.Nodes;
using Athene.Testing.GitHub.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Athene.Testing.GitHub.Rest;

/// <summary>Issues over REST. Pull requests are among them, as at GitHub.</summary>
internal static class IssueRoutes
{
    public static void MapIssues(this IEndpointRouteBuilder repository)
    {
        repository.MapGet("/issues", List);
        repository.MapPost("/issues", Create);
        repository.MapGet("/issues/{number:int}", Get);
        repository.MapPatch("/issues/{number:int}", Change);
        repository.MapPost("/issues/{number:int}/labels", AddLabels);
        repository.MapDelete("/issues/{number:int}/labels/{label}", RemoveLabel);
        repository.MapPost("/issues/{number:int}/comments", Comment);
        repository.MapPost("/issues/{number:int}/assignees", Assign);
    }

    private static IResult List(HttpContext context, string state = "open", string? labels = null, string? assignee = null)
    {
        var repository = KnownRepository.Of(context);
        var wanted = (labels ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var issues = repository.Issues
            .Where(issue => state == "all" || issue.IsOpen == (state == "open"))
            .Where(issue => wanted.All(issue.Labels.Contains))
            .Where(issue => assignee is null || issue.Assignees.Any(user => user.Login == assignee))
            .Select(issue => (issue.Number, Document: TrackedIssueDocument.Of(issue)));
        var pulls = repository.PullRequests
            .Where(pull => wanted.Length == 0 && assignee is null && (state == "all" || pull.IsOpen == (state == "open")))
            .Select(pull => (pull.Number, Document: IssueDocument.Of(pull)));
        return Answers.Page(context, [.. issues.Concat(pulls).OrderByDescending(entry => entry.Number).Select(entry => entry.Document)]);
    }

    private static IResult Create(HttpContext context, JsonObject wish)
    {
        if ((string?)wish["title"] is not { Length: > 0 } title) return Answers.Refused(StatusCodes.Status422UnprocessableEntity, "Validation Failed");
        var repository = KnownRepository.Of(context);
        var issue = repository.AddIssue(title, (string?)wish["body"] ?? "", repository.Server.Viewer);
        issue.Labels.AddRange(Texts(wish["labels"]));
        AssignTo(issue.Repository, issue.Assignees, wish["assignees"]);
        return Answers.Of(TrackedIssueDocument.Of(issue), StatusCodes.Status201Created);
    }

    private static IResult Get(HttpContext context, int number)
    {
        var repository = KnownRepository.Of(context);
        if (repository.Find(number) is { } pull) return Answers.Of(IssueDocument.Of(pull));
        return With(context, number, issue => Answers.Of(TrackedIssueDocument.Of(issue)));
    }

    private static IResult Change(HttpContext context, int number, JsonObject wish) => With(context, number, issue =>
    {
        if ((string?)wish["state"] is { } state)
        {
            issue.IsOpen = state == "open";
            issue.StateReason = issue.IsOpen ? "reopened" : (string?)wish["state_reason"] ?? "completed";
        }

        return Answers.Of(TrackedIssueDocument.Of(issue));
    });

    private static IResult AddLabels(HttpContext context, int number, JsonObject wish) => With(context, number, issue =>
    {
        issue.Labels.AddRange(Texts(wish["labels"]).Except(issue.Labels).ToArray());
        return Answers.Of(TrackedIssueDocument.Labels(issue));
    });

    private static IResult RemoveLabel(HttpContext context, int number, string label) => With(context, number, issue =>
        issue.Labels.Remove(label) ? Answers.Of(TrackedIssueDocument.Labels(issue)) : Answers.Refused(StatusCodes.Status404NotFound, "Label does not exist"));

    private static IResult Comment(HttpContext context, int number, JsonObject wish) => With(context, number, issue =>
    {
        var server = issue.Repository.Server;
        var comment = new GitHubComment(server.NextId(), new GitHubUser(server.Viewer), (string)wish["body"]!, server.Now);
        issue.Said.Add(comment);
        return Answers.Of(
            new JsonObject
            {
                ["id"] = comment.Id, ["node_id"] = $"IC_{comment.Id}", ["url"] = issue.Url, ["html_url"] = issue.Url, ["issue_url"] = issue.Url, ["body"] = comment.Body,
                ["user"] = UserDocument.Of(comment.Author, server.Address), ["author_association"] = issue.Repository.AssociationOf(comment.Author),
                ["created_at"] = Time.Of(comment.At), ["updated_at"] = Time.Of(comment.At),
            },
            StatusCodes.Status201Created);
    });

    private static IResult Assign(HttpContext context, int number, JsonObject wish)
    {
        var repository = KnownRepository.Of(context);
        if (repository.Find(number) is { } pull)
        {
            AssignTo(repository, pull.Assignees, wish["assignees"]);
            return Answers.Of(IssueDocument.Of(pull), StatusCodes.Status201Created);
        }

        return With(context, number, issue =>
        {
            AssignTo(repository, issue.Assignees, wish["assignees"]);
            return Answers.Of(TrackedIssueDocument.Of(issue), StatusCodes.Status201Created);
        });
    }

    // Whom it may not assign, GitHub leaves out without a word.
    private static void AssignTo(GitHubRepository repository, List<GitHubUser> assignees, JsonNode? logins)
    {
        var users = Texts(logins).Select(login => new GitHubUser(login));
        assignees.AddRange(users.Where(user => repository.AssociationOf(user) != "NONE" && !assignees.Contains(user)).ToArray());
    }

    private static IResult With(HttpContext context, int number, Func<GitHubIssue, IResult> answer)
    {
        var repository = KnownRepository.Of(context);
        if (repository.DeletedIssues.Contains(number)) return Answers.Refused(StatusCodes.Status410Gone, "This issue was deleted");
        return repository.Issues.FirstOrDefault(issue => issue.Number == number) is { } issue ? answer(issue) : Answers.NotFound();
    }

    private static IEnumerable<string> Texts(JsonNode? list) => (list as JsonArray ?? []).Select(text => (string)text!);
}
