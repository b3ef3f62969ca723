namespace Athene.Session.History;

/// <summary>Which events of the history are one session's.</summary>
public sealed record SessionHistory(IReadOnlyList<long> Ids)
{
    /// <summary>The newest events of a session that stay findable by it.</summary>
    private const int Kept = 2000;

    public static SessionHistory Empty { get; } = new([]);

    public SessionHistory With(IEnumerable<long> ids) => new([.. Ids.Concat(ids).TakeLast(Kept)]);
}
