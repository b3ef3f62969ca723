namespace Athene.Configuration;

/// <summary>One thing that is wrong in a configuration file. Lines and columns count from 1.</summary>
public sealed record ConfigurationError(string File, int Line, int Column, string Message)
{
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
