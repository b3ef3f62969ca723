namespace Athene.Sidecar.Actors;

/// <summary>What the actor answered with 200. With <see cref="ErrorHeader"/> it is an error of the actor all the same.</summary>
internal sealed record ActorAnswer(IReadOnlyList<KeyValuePair<string, string[]>> Headers, byte[] Body)
{
    public const string ErrorHeader = "X-DaprErrorResponseHeader";

    public const string CancelHeader = "X-DaprReminderCancel";

    public bool IsError => Find(ErrorHeader) is not null;

    /// <summary>The callback asks for its own end.</summary>
    public bool IsCancel => string.Equals(Find(CancelHeader), "true", StringComparison.OrdinalIgnoreCase);

    private string? Find(string name) =>
        Headers.FirstOrDefault(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase)).Value?.FirstOrDefault();
}
