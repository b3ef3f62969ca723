namespace Athene.Contracts.Sessions;

/// <summary>Which of the spawns that wait goes first; among equals, the one that came first.</summary>
public enum SpawnPriority
{
    High,
    Normal,
    Low,
}
