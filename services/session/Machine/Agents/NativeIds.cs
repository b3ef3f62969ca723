using System.Text.RegularExpressions;

namespace Athene.Session.Machine.Agents;

/// <summary>What may be an agent's own id of a conversation. It becomes an argument and a part of paths, so it is neither an option nor leads elsewhere.</summary>
public static partial class NativeIds
{
    public static bool IsValid(string? id) => id is not null && Pattern().IsMatch(id);

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9._-]{0,199}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
