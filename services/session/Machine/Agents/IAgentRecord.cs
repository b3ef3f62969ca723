namespace Athene.Session.Machine.Agents;

/// <summary>
/// The record that an agent keeps of one conversation, read as it grows: each read takes up where the last one ended and costs next to nothing
/// when nothing was added. Not for use by two callers at a time.
/// </summary>
public interface IAgentRecord
{
    /// <summary>What was added since the last read; null when nothing was, or when the record is not there (yet).</summary>
    RecordNews? Read();
}
