using System.Threading.Channels;
using Athene.Dapr.Protocol;

namespace Athene.Sidecar.Workflows;

/// <summary>One open <c>GetWorkItems</c> stream.</summary>
internal sealed class WorkerConnection
{
    private readonly Channel<WorkItem> items = Channel.CreateUnbounded<WorkItem>(new UnboundedChannelOptions { SingleReader = true });

    public ChannelReader<WorkItem> Items => items.Reader;

    public void Send(WorkItem item) => items.Writer.TryWrite(item);
}
