namespace Athene.EndToEnd.Tests.Harness;

/// <summary>A directory with links to every program of this machine but one: a PATH in which that one is missing.</summary>
internal sealed class ProgramLinks
{
    private readonly string directory;
    private readonly string missing;

    public ProgramLinks(string directory, string missing)
    {
        this.directory = directory;
        this.missing = missing;
        Directory.CreateDirectory(directory);
        foreach (var program in CleanEnvironment.SearchPath.Split(Path.PathSeparator).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles))
        {
            var link = Path.Combine(directory, Path.GetFileName(program));
            if (Path.GetFileName(program) != missing && !Path.Exists(link)) File.CreateSymbolicLink(link, program);
        }
    }

    /// <summary>Installs the missing program.</summary>
    public void Add() => File.CreateSymbolicLink(
        Path.Combine(directory, missing),
        CleanEnvironment.SearchPath.Split(Path.PathSeparator).Select(part => Path.Combine(part, missing)).First(File.Exists));

    /// <summary>Takes it away again.</summary>
    public void Remove() => File.Delete(Path.Combine(directory, missing));
}
