namespace Athene.Processes.Builders;

/// <summary>Builds the variables that a process gets on top of the inherited ones.</summary>
public sealed class EnvironmentVariablesBuilder
{
    private readonly Dictionary<string, string?> variables = new(StringComparer.Ordinal);

    /// <summary>Sets a variable; null removes an inherited one.</summary>
    public EnvironmentVariablesBuilder Set(string name, string? value)
    {
        variables[name] = value;
        return this;
    }

    public EnvironmentVariablesBuilder Set(IEnumerable<KeyValuePair<string, string?>> variables)
    {
        foreach (var (name, value) in variables) Set(name, value);
        return this;
    }

    public IReadOnlyDictionary<string, string?> Build() => new Dictionary<string, string?>(variables, StringComparer.Ordinal);
}
