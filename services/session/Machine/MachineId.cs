using System.Text.RegularExpressions;

namespace Athene.Session.Machine;

/// <summary>The one grammar of names that become part of paths, refs and tmux targets: letters, digits, '_' and '-'.</summary>
public static partial class MachineId
{
    public static bool IsValid(string id) => Grammar().IsMatch(id);

    /// <summary>Returns the id, or throws before anything on the machine is touched.</summary>
    public static string Require(string id) => IsValid(id)
        ? id
        : throw new ArgumentException($"'{id}' is not a valid id: only letters, digits, '_' and '-' may be used.", nameof(id));

    [GeneratedRegex(@"^[a-zA-Z0-9_-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Grammar();
}
