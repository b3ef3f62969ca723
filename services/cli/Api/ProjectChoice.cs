using Athene.Contracts.Errors;
using Athene.Contracts.Projects;

namespace Athene.Cli.Api;

/// <summary>Which project a command means when its arguments do not say: the only one, the environment's, or the one around the working directory.</summary>
internal static class ProjectChoice
{
    public const string Variable = "ATHENE_PROJECT_ID";

    public static ProjectDocument Resolve(IReadOnlyList<ProjectDocument> projects, string? environmentId, string workingDirectory)
    {
        if (projects is [var only]) return only;
        if (projects.Count == 0)
        {
            throw new AtheneException(ErrorTypes.ProjectNotFound, 404, "No project is registered.", "Register one with: athene project add PATH");
        }

        return projects.FirstOrDefault(project => project.Id == environmentId)
            ?? projects.Where(project => Contains(project.Path, workingDirectory)).MaxBy(project => project.Path.Length)
            ?? throw Problems.Usage("Which project? There are several.", $"Name one with --project: {string.Join(", ", projects.Select(project => project.Id))}");
    }

    /// <summary>The project and the issue that an argument means, which may name both.</summary>
    public static (ProjectDocument Project, string? Issue) Target(
        IReadOnlyList<ProjectDocument> projects, string? issue, string? environmentId, string workingDirectory)
    {
        var (named, rest) = Split(projects, issue);
        return (named ?? Resolve(projects, environmentId, workingDirectory), rest);
    }

    /// <summary>Splits <c>project/ISSUE</c> or <c>prefix/ISSUE</c>; an issue that only looks like it stays whole.</summary>
    public static (ProjectDocument? Project, string? Issue) Split(IReadOnlyList<ProjectDocument> projects, string? issue)
    {
        if (issue?.IndexOf('/', StringComparison.Ordinal) is not > 0) return (null, issue);
        var slash = issue.IndexOf('/', StringComparison.Ordinal);
        var head = issue[..slash];
        var project = projects.FirstOrDefault(candidate => candidate.Id == head) ?? projects.FirstOrDefault(candidate => candidate.Prefix == head);
        return project is null || slash == issue.Length - 1 ? (null, issue) : (project, issue[(slash + 1)..]);
    }

    private static bool Contains(string directory, string path)
    {
        var relative = Path.GetRelativePath(directory, path);
        return relative == "." || (!Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal));
    }
}
