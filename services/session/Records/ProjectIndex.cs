namespace Athene.Session.Records;

/// <summary>The ids of all projects that have a record.</summary>
public sealed record ProjectIndex(IReadOnlyList<string> Ids)
{
    public static ProjectIndex Empty { get; } = new([]);

    public ProjectIndex With(string id) => Ids.Contains(id) ? this : new([.. Ids, id]);

    public ProjectIndex Without(string id) => new([.. Ids.Where(known => known != id)]);
}
