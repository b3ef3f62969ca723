using System.Net;

namespace Athene.TrackerBridge.Tests.Webhooks;

/// <summary>A body whose length nobody says beforehand.</summary>
internal sealed class EndlessBody(int bytes) : HttpContent
{
    private const int Piece = 64 * 1024;

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var piece = new byte[Piece];
        try
        {
            for (var sent = 0; sent < bytes; sent += Piece) await stream.WriteAsync(piece);
        }
        catch (IOException)
        {
            // The receiver has heard enough.
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
