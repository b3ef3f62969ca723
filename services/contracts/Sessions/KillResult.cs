namespace Athene.Contracts.Sessions;

/// <summary>What a kill did, and the ref under which unsaved work was kept, if there was any.</summary>
public sealed record KillResult(bool Cleaned, bool AlreadyTerminated, string? RescueRef);
