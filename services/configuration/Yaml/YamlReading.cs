using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Athene.Configuration.Yaml;

/// <summary>The reading of one YAML file: where variables come from, and all that was found wrong.</summary>
public sealed class YamlReading(string file, Func<string, string?> variable)
{
    private readonly List<ConfigurationError> errors = [];

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ConfigurationError> Errors => [.. errors.OrderBy(error => error.Line).ThenBy(error => error.Column)];

    /// <summary>Reads <paramref name="text"/>, which must be a mapping or empty.</summary>
    public YamlSection Root(string text)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new MergingParser(new Parser(new StringReader(text))));
        }
        catch (YamlException exception)
        {
            Report(exception.Start, $"not valid YAML: {exception.Message}");
            return new YamlSection([], "", this);
        }

        switch (stream.Documents.FirstOrDefault()?.RootNode)
        {
            case YamlMappingNode mapping:
                return new YamlSection(mapping, "", this);
            case null:
            case YamlScalarNode empty when YamlScalar.IsNull(empty):
                break;
            case var other:
                Report(other.Start, "expected keys and values");
                break;
        }

        return new YamlSection([], "", this);
    }

    public void Report(Mark position, string message) =>
        errors.Add(new ConfigurationError(file, (int)position.Line, (int)position.Column, message));

    /// <summary>The text of <paramref name="scalar"/> with each <c>${VAR}</c> replaced; <c>$${VAR}</c> stands for itself.</summary>
    public string Expand(YamlScalarNode scalar) => YamlVariables.Replace(scalar.Value ?? "", name =>
    {
        if (variable(name) is { } value) return value;
        Report(scalar.Start, $"the environment variable '{name}' is not set");
        return "";
    });
}
