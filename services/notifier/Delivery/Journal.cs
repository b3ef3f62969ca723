namespace Athene.Notifier.Delivery;

/// <summary>The ids of the newest notifications, oldest first; one document of the state store.</summary>
public sealed record Journal(IReadOnlyList<string> Ids)
{
    public const int Kept = 500;

    public static Journal Empty { get; } = new([]);

    public Journal With(string id) => new([.. Ids.Append(id).TakeLast(Kept)]);
}
