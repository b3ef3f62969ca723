using Athene.Configuration.Yaml;

namespace Athene.Configuration.Notifiers;

/// <summary>
/// Text that only its user may see, such as a token. Its <c>${VAR}</c> are replaced where it is used and not when the configuration is read: they may
/// be in a secret store, and the other readers of the configuration need not have them.
/// </summary>
public sealed record SecretText(string Template)
{
    /// <summary>The variables that it needs.</summary>
    public IReadOnlyList<string> Variables => YamlVariables.NamesIn(Template);

    /// <summary>The text itself; null when a variable is not there.</summary>
    /// <param name="variable">Gives the value of a variable, or null.</param>
    public string? Read(Func<string, string?> variable) =>
        Variables.All(name => !string.IsNullOrEmpty(variable(name))) ? YamlVariables.Replace(Template, name => variable(name)!) : null;

    public override string ToString() => "[secret]";
}
