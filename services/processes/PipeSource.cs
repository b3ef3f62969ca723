using System.Text;

namespace Athene.Processes;

/// <summary>What a process reads on its standard input.</summary>
public abstract class PipeSource
{
    /// <summary>Nothing: the process sees the end of its input at once.</summary>
    public static PipeSource Null { get; } = new BytesSource(ReadOnlyMemory<byte>.Empty);

    /// <summary>Writes everything to the process's standard input.</summary>
    public abstract Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default);

    public static PipeSource FromString(string text) => FromString(text, Encoding.UTF8);

    public static PipeSource FromString(string text, Encoding encoding) => FromBytes(encoding.GetBytes(text));

    public static PipeSource FromBytes(byte[] data) => new BytesSource(data);

    public static PipeSource FromStream(Stream stream) => new StreamSource(stream);

    private sealed class BytesSource(ReadOnlyMemory<byte> data) : PipeSource
    {
        public override async Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default)
        {
            if (!data.IsEmpty) await destination.WriteAsync(data, cancellationToken);
        }
    }

    private sealed class StreamSource(Stream source) : PipeSource
    {
        public override Task CopyToAsync(Stream destination, CancellationToken cancellationToken = default) =>
            source.CopyToAsync(destination, cancellationToken);
    }
}
