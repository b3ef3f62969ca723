namespace Athene.Contracts.Hosts;

/// <summary>How Athene stands with a host of pull requests and issues, with one of its tokens.</summary>
/// <param name="Host">Its name on the network.</param>
/// <param name="Name">Its name for people, such as GitHub.</param>
/// <param name="PausedUntil">Supervision asks it nothing before; null: it does ask.</param>
/// <param name="Reason">Why it is paused.</param>
public sealed record HostDocument(
    string Host, string Name, DateTimeOffset? PausedUntil, string? Reason, IReadOnlyList<HostAllowance> Allowances);
