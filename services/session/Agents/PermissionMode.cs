namespace Athene.Session.Agents;

/// <summary>The words for how much an agent may do unasked.</summary>
public static class PermissionMode
{
    public const string Permissionless = "permissionless";
    public const string AutoEdit = "auto-edit";
    public const string Suggest = "suggest";
    public const string Default = "default";

    /// <summary>The mode that a word of a configuration means; null for none or an unknown one.</summary>
    public static string? Parse(string? word) => word switch
    {
        "skip" => Permissionless,
        Permissionless or AutoEdit or Suggest or Default => word,
        _ => null,
    };
}
