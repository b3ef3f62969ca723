using System.Threading.Channels;

namespace Athene.Session.Machine.Terminals;

/// <summary>A person's view on a terminal: what was on it, and what comes.</summary>
internal sealed class Attachment : IDisposable
{
    /// <summary>Pieces that may wait for a slow reader; one that falls further behind is detached, since a picture with holes is none.</summary>
    private const int MostWaiting = 4096;

    private readonly Channel<byte[]> pieces = Channel.CreateBounded<byte[]>(MostWaiting);
    private readonly Action<Attachment> detach;

    public Attachment(byte[] before, Action<Attachment> detach)
    {
        this.detach = detach;
        Offer(before);
    }

    public IAsyncEnumerable<byte[]> ReadAllAsync(CancellationToken cancellationToken) => pieces.Reader.ReadAllAsync(cancellationToken);

    public void Offer(ReadOnlySpan<byte> piece)
    {
        if (!piece.IsEmpty && !pieces.Writer.TryWrite(piece.ToArray())) Complete();
    }

    public void Complete() => pieces.Writer.TryComplete();

    public void Dispose()
    {
        Complete();
        detach(this);
    }
}
