namespace Athene.Configuration.Tests;

/// <summary>A configuration file in a folder of its own.</summary>
internal sealed class ConfigurationFile : IDisposable
{
    private readonly TemporaryDirectory folder = new();

    public ConfigurationFile(string text, string name = "athene.yaml")
    {
        Path = folder.Combine(name);
        File.WriteAllText(Path, text);
    }

    public string Path { get; }

    public string Folder => folder.Path;

    public AtheneConfiguration Load(params (string Name, string Value)[] variables) => ConfigurationLoader.Load(
        Path, name => variables.FirstOrDefault(variable => variable.Name == name).Value);

    public IReadOnlyList<string> Errors() => Should.Throw<ConfigurationException>(() => Load()).Errors
        .Select(error => $"{error.Line}:{error.Column}: {error.Message}")
        .ToArray();

    public void Dispose() => folder.Dispose();
}
