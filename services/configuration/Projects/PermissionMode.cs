namespace Athene.Configuration.Projects;

/// <summary>What an agent may do without asking.</summary>
public static class PermissionMode
{
    public const string Permissionless = "permissionless";

    public const string Default = "default";

    public const string AutoEdit = "auto-edit";

    public const string Suggest = "suggest";

    /// <summary>The reference's other word for <see cref="Permissionless"/>.</summary>
    public const string Skip = "skip";

    public static IReadOnlyList<string> All { get; } = [Permissionless, Default, AutoEdit, Suggest];

    /// <summary>The mode that a word means; null for none or an unknown one.</summary>
    public static string? Parse(string? word) => word == Skip ? Permissionless : All.FirstOrDefault(mode => mode == word);
}
