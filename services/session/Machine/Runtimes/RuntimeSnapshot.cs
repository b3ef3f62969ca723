namespace Athene.Session.Machine.Runtimes;

/// <summary>All terminals of one home at one instant.</summary>
/// <param name="Panes">By session id.</param>
public sealed record RuntimeSnapshot(DateTimeOffset TakenAt, IReadOnlyDictionary<string, RuntimePane> Panes)
{
    /// <summary>A home without any terminal, before the first look.</summary>
    public static RuntimeSnapshot Empty { get; } = new(DateTimeOffset.MinValue, new Dictionary<string, RuntimePane>());
}
