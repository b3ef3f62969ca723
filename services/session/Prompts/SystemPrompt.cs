using System.Text;

namespace Athene.Session.Prompts;

/// <summary>Builds what a worker is told about its place in the world. No text from outside ever stands in it. Pure.</summary>
public static class SystemPrompt
{
    /// <param name="orchestratorId">The project's orchestrator session when one exists, alive or not.</param>
    public static string ForWorker(string sessionId, string branch, ProjectFacts project, string? issueId, string? orchestratorId)
    {
        var sections = new List<string> { Base(sessionId, project.Repository is not null) };
        if (orchestratorId is not null) sections.Add(BackChannel(orchestratorId));
        sections.Add(Context(branch, project, issueId));
        if (Rules(project) is { } rules) sections.Add(rules);
        return string.Join("\n\n", sections) + "\n";
    }

    private static string Base(string sessionId, bool hasRepository)
    {
        var text = new StringBuilder($"""
            # Your session

            You are a coding agent in session {sessionId}, supervised by Athene. You have a git worktree of your own on a branch of your own; other sessions work beside you on other branches. Stay on the task you are given.

            Commit your work to this branch in small commits (conventional commit messages). Do not switch to, change or push other branches.

            """);
        text.Append(hasRepository ? WithRepository : WithoutRepository);
        text.Append(Reporting);
        if (hasRepository) text.Append(ReportingPullRequests);
        text.Append(ReportingRules);
        return text.ToString();
    }

    private const string WithRepository = """

        ## Pull requests

        - When the work is finished, push the branch and open a pull request: one issue, one pull request, with a link to the issue.
        - When you are told to go on with an existing pull request, run `athene claim "$ATHENE_SESSION_ID" PR` first.
        - Failed checks and review comments will be sent to you. Repair what failed, answer every comment, push to the same branch.

        """;

    private const string WithoutRepository = """

        This project has no hosted repository: work locally, and leave your result as commits on the branch.

        """;

    private const string Reporting = """

        ## Reports

        Tell how you stand with `athene report STATE` (add `--note "one line"` where it helps):

        - `athene report started`: once, before anything else
        - `athene report working`: you go on after a pause
        - `athene report waiting`: something outside must happen first
        - `athene report needs_input`: a person must decide; say what in the note
        - `athene report fixing_ci`, `athene report addressing_reviews`: you work on what was sent to you

        """;

    private const string ReportingPullRequests = """
        - `athene report pr_created --pr URL`, `athene report draft_pr_created --pr URL`, `athene report ready_for_review --pr URL`

        """;

    private const string ReportingRules = """
        - `athene report completed`: the task is done and committed, and no pull request will follow

        Never report that you are merged, closed or terminated: Athene sees that itself. A fresh report outranks what Athene infers from your screen, but not the state of the pull request or of your process.
        """;

    private static string BackChannel(string orchestratorId) => $"""
        ## The orchestrator

        This project has an orchestrator. When you are blocked and nothing here tells you how to go on, and only then, ask it:

            athene send {orchestratorId} "what you need"

        Your session is named as the sender by itself.
        """;

    private static string Context(string branch, ProjectFacts project, string? issueId)
    {
        var text = new StringBuilder($"## The project\n\n- Project: {project.Name ?? project.Id}\n");
        if (project.Repository is not null) text.Append($"- Repository: {project.Repository}\n");
        text.Append($"- Default branch: {project.DefaultBranch}\n- Your branch: {branch}\n");
        if (project.Tracker is not null) text.Append($"- Tracker: {project.Tracker}\n");
        if (IssueNumber(issueId) is { } issue) text.Append($"- Issue: {issue} (its text, when there is any, comes with the task)\n");
        if (project.AutomaticReactions is { Count: > 0 } reactions)
            text.Append($"- Messages about these come to you by themselves: {string.Join(", ", reactions)}\n");
        return text.ToString().TrimEnd();
    }

    private static string? Rules(ProjectFacts project)
    {
        string?[] parts = [project.Rules?.Trim(), project.RulesFromFile?.Trim()];
        var rules = string.Join("\n\n", parts.Where(part => !string.IsNullOrEmpty(part)));
        return rules.Length == 0 ? null : $"## Rules of the project\n\n{rules}";
    }

    // An issue given as free text is outside text too; only what is plainly an id may stand here.
    private static string? IssueNumber(string? issueId)
    {
        var number = issueId?.Trim().TrimStart('#');
        return !string.IsNullOrEmpty(number)
            && number.Length <= 64
            && number.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' or '/' or '#')
            ? number
            : null;
    }
}
