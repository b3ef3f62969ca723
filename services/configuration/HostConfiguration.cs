namespace Athene.Configuration;

/// <summary>How Athene deals with a host of pull requests and issues. A host that the owner's file names may get the owner's token for enterprise hosts.</summary>
public sealed record HostConfiguration
{
    /// <summary>The part of the host's limit, in percent, that supervision leaves to people who use the same token.</summary>
    public int Reserve { get; init; } = 40;

    /// <summary>Users that are programs although the host does not say so.</summary>
    public IReadOnlyList<string> Bots { get; init; } = [];
}
