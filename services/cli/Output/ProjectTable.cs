using Athene.Contracts.Projects;

namespace Athene.Cli.Output;

/// <summary>Projects as lines of text.</summary>
internal static class ProjectTable
{
    public static void Write(TextWriter writer, IReadOnlyList<ProjectDocument> projects)
    {
        if (projects.Count == 0)
        {
            writer.WriteLine("No projects. Register one with: athene project add PATH");
            return;
        }

        var table = new TextTable("PROJECT", "SESSIONS", "BRANCH", "PATH");
        foreach (var project in projects)
        {
            table.Add(project.Id, $"{project.LiveSessions} live, {project.TotalSessions} in all", project.DefaultBranch, project.Path);
        }

        table.Write(writer);
    }
}
