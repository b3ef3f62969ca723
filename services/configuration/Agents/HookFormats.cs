namespace Athene.Configuration.Agents;

/// <summary>The words for <see cref="HookFormat"/> in profiles.</summary>
public static class HookFormats
{
    public static IReadOnlyList<string> Words { get; } = ["claude-code"];

    /// <summary>The format that a word means, or null.</summary>
    public static HookFormat? Parse(string word) => word switch
    {
        "claude-code" => HookFormat.ClaudeCode,
        _ => null,
    };
}
