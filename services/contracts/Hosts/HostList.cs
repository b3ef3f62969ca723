namespace Athene.Contracts.Hosts;

/// <summary>The hosts that were asked since the tracker bridge started.</summary>
public sealed record HostList(IReadOnlyList<HostDocument> Data);
