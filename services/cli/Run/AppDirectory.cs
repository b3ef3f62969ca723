namespace Athene.Cli.Run;

/// <summary>Where the built programs are: <c>artifacts/app</c> of the repository, one directory a project, or <c>ATHENE_APP_DIR</c>.</summary>
internal sealed record AppDirectory(string Path)
{
    public const string Variable = "ATHENE_APP_DIR";
    public const string TemplateVariable = "ATHENE_RUN_FILE";

    // How dapr.yaml names programs: relative to the repository, so that `dapr run -f .` finds them too.
    private const string InTemplate = "artifacts/app/";

    public static AppDirectory Find(CliContext context) => new(
        context.VariableOrNull(Variable) ?? System.IO.Path.GetFullPath(System.IO.Path.Combine(AppContext.BaseDirectory, "..")));

    /// <summary>The run template: the one named by <c>ATHENE_RUN_FILE</c>, else the one beside the programs or at the top of the repository.</summary>
    public string Template(CliContext context)
    {
        if (context.VariableOrNull(TemplateVariable) is { } named) return System.IO.Path.GetFullPath(named, context.WorkingDirectory);
        var beside = System.IO.Path.Combine(Path, "dapr.yaml");
        return File.Exists(beside) ? beside : System.IO.Path.GetFullPath(System.IO.Path.Combine(Path, "..", "..", "dapr.yaml"));
    }

    /// <summary>A program of Athene's own.</summary>
    public string Program(string project) => System.IO.Path.Combine(Path, project, $"{project}.dll");

    /// <summary>The argument with the template's way to name a program replaced by where the program is.</summary>
    public string Resolve(string argument) => argument.StartsWith(InTemplate, StringComparison.Ordinal)
        ? System.IO.Path.Combine(Path, argument[InTemplate.Length..])
        : argument;
}
