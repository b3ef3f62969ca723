using Athene.Configuration.Reading;
using Athene.Configuration.Yaml;

namespace Athene.Configuration;

/// <summary>Finds and reads the configuration.</summary>
public static class ConfigurationLoader
{
    /// <summary>The environment variable that names the file.</summary>
    public const string Variable = "ATHENE_CONFIG";

    private static readonly string[] FileNames = ["athene.yaml", "agent-orchestrator.yaml", "agent-orchestrator.yml"];

    /// <summary>Reads the configuration as a process started here, in this environment, should.</summary>
    /// <exception cref="ConfigurationException">Something in it is wrong.</exception>
    public static AtheneConfiguration LoadFromEnvironment() =>
        Load(Find(Environment.GetEnvironmentVariable(Variable), Environment.CurrentDirectory, AtheneHome.FromEnvironment()));

    /// <summary>Reads the file at <paramref name="path"/>; null is the empty configuration.</summary>
    /// <param name="variable">Where <c>${VAR}</c> comes from; null: the environment.</param>
    /// <exception cref="ConfigurationException">Something in it is wrong: all of it is listed, each with its line and column.</exception>
    public static AtheneConfiguration Load(string? path, Func<string, string?>? variable = null)
    {
        if (path is null) return new AtheneConfiguration();
        path = Path.GetFullPath(path);
        var reading = new YamlReading(path, variable ?? Environment.GetEnvironmentVariable);
        var root = reading.Root(Text(path));
        var directory = Path.GetDirectoryName(path)!;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        var configuration = FlatForm.Is(root, directory)
            ? FlatForm.Read(root, directory, home)
            : ConfigurationReader.Read(root, directory, home);
        ConfigurationChecks.RequireUniquePrefixes(configuration, root);
        return reading.Errors is { Count: > 0 } errors ? throw new ConfigurationException(errors) : configuration with { File = path };
    }

    /// <summary>
    /// The file to read: the <paramref name="named"/> one, else the first in <paramref name="directory"/> or above it, else the one of the
    /// home, else none (null).
    /// </summary>
    public static string? Find(string? named, string directory, AtheneHome home)
    {
        if (!string.IsNullOrWhiteSpace(named)) return named;
        for (var folder = new DirectoryInfo(directory); folder is not null; folder = folder.Parent)
        {
            var file = FileNames.Select(name => Path.Combine(folder.FullName, name)).FirstOrDefault(File.Exists);
            if (file is not null) return file;
        }

        var own = Path.Combine(home.Root, FileNames[0]);
        return File.Exists(own) ? own : null;
    }

    private static string Text(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException([new ConfigurationError(path, 1, 1, $"cannot be read: {exception.Message}")]);
        }
    }
}
