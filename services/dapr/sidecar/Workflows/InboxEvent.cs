using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>Something that happened to an instance and that its workflow has not seen yet.</summary>
/// <param name="Seq">Its place in the store; rising in the order of arrival.</param>
internal readonly record struct InboxEvent(long Seq, HistoryEvent Event);
