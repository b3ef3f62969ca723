namespace Athene.Configuration;

/// <summary>A configuration that cannot be used; its message has a line for everything that is wrong.</summary>
public sealed class ConfigurationException : Exception
{
    public ConfigurationException(IReadOnlyList<ConfigurationError> errors)
        : base(string.Join(Environment.NewLine, errors)) => Errors = errors;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<ConfigurationError> Errors { get; }
}
