using System.Text.Json.Nodes;

namespace Athene.Configuration.Projects;

/// <summary>Where the issues of a project are.</summary>
/// <param name="Plugin">local, github, gitlab or linear.</param>
/// <param name="Path">For local: the folder of Markdown files, relative to the project.</param>
/// <param name="Settings">The keys that only that tracker understands.</param>
public sealed record TrackerConfiguration(string Plugin, string? Path, JsonObject Settings);
