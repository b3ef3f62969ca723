namespace Athene.Session.Machine.Workspaces;

/// <summary>What went wrong without stopping the making of a workspace, as one sentence. Pure.</summary>
internal static class Caution
{
    public static string? Of(params IReadOnlyList<string?> words)
    {
        var said = words.Where(word => word is not null).ToList();
        return said.Count == 0 ? null : string.Join("; ", said);
    }
}
