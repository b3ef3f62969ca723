namespace Athene.Session.Sessions;

/// <summary>The computer that this service runs sessions on, as it stands in their records.</summary>
public sealed record MachineName(string Value)
{
    public static MachineName Local { get; } = new(Environment.MachineName);
}
