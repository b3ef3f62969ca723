using System.Text;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Bytes for the HTTP port.</summary>
/// <param name="MustBeAnswered">It is framed as HTTP/1.1 is, whatever it says: the sidecar has to answer. Otherwise it may as well wait for the rest, or hang up.</param>
internal sealed record FuzzedRequest(byte[] Bytes, bool MustBeAnswered)
{
    public bool AsksForNoBody => Bytes.AsSpan().StartsWith("HEAD "u8);

    /// <summary>Whether the app may be the one that answers.</summary>
    public bool MayReachTheApp => Bytes.AsSpan().IndexOf("/method/"u8) >= 0 || Bytes.AsSpan().IndexOf("dapr-app-id"u8) >= 0;

    /// <summary>What is refused of these depends on what the workflows have come to.</summary>
    public bool IsAboutWorkflows => Bytes.AsSpan().IndexOf("/workflows/"u8) >= 0;

    /// <summary>Enough of it to see what it was.</summary>
    public override string ToString() => Encoding.Latin1.GetString(Bytes.AsSpan(0, Math.Min(Bytes.Length, 1_200))) + (Bytes.Length > 1_200 ? $"… ({Bytes.Length} bytes)" : "");
}
