namespace Athene.Session.Machine.Memory;

/// <summary>How much memory of this machine programs may still take.</summary>
public interface IFreeMemory
{
    /// <summary>In MiB; null where nobody says.</summary>
    int? AvailableMb { get; }
}
