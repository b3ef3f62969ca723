using System.Buffers.Binary;
using System.Net;
using System.Net.Http.Headers;
using Google.Protobuf.Reflection;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Makes calls: absurd messages in proper frames, and frames that are none.</summary>
internal static class GrpcGrammar
{
    private const int PrefixLength = 5;

    public static (HttpRequestMessage Request, string Description) Next(int port, Dice dice)
    {
        var (path, input) = dice.Pick(GrpcMethods.All);
        if (dice.OneIn(40)) path = dice.Pick(["/", "/x", "/TaskHubSidecarService/", "/TaskHubSidecarService/None", "/dapr.proto.runtime.v1.Dapr/none", "/dapr.proto.runtime.v1.Dapr/GetState/x", "/v1.0/metadata"]);
        var body = Body(input, dice, out var message);
        var request = new HttpRequestMessage(dice.OneIn(40) ? HttpMethod.Get : HttpMethod.Post, $"http://127.0.0.1:{port}{path}")
        {
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = dice.OneIn(20) ? null : new MediaTypeHeaderValue(dice.OneIn(20) ? "text/plain" : "application/grpc");
        if (!dice.OneIn(10)) request.Headers.TE.Add(new TransferCodingWithQualityHeaderValue("trailers"));
        if (dice.OneIn(5)) request.Headers.TryAddWithoutValidation("traceparent", dice.Pick([$"00-{new string('0', 32)}-{new string('0', 16)}-00", $"00-{new string('z', 32)}-{new string('z', 16)}-zz", "x"]));
        if (dice.OneIn(20)) request.Headers.TryAddWithoutValidation("grpc-timeout", dice.Pick(["1n", "0S", "-1S", "x", "99999999H"]));
        if (dice.OneIn(20)) request.Headers.TryAddWithoutValidation("grpc-encoding", "gzip");
        if (dice.OneIn(20)) request.Headers.TryAddWithoutValidation("dapr-app-id", "myapp");
        return (request, $"{path} {message} ({body.Length} bytes: {Convert.ToHexString(body.AsSpan(0, Math.Min(body.Length, 200)))})");
    }

    private static byte[] Body(MessageDescriptor input, Dice dice, out string message)
    {
        var filled = MessageGrammar.Fill(input, dice);
        message = $"{filled}";
        if (message.Length > 500) message = message[..500];
        var bytes = MessageGrammar.Encode(filled, dice);
        return dice.Below(30) switch
        {
            0 => [],
            1 => Frame(bytes, 0, bytes.Length + 1 + dice.Below(1_000)),
            2 => Frame(bytes, 0, bytes.Length / 2),
            3 => Frame(bytes, 1, bytes.Length),
            4 => Frame(bytes, 0xFF, bytes.Length),
            5 => Frame(bytes, 0, -1),
            6 => [.. Frame(bytes, 0, bytes.Length), .. Frame(bytes, 0, bytes.Length)],
            7 => bytes,
            8 => dice.Bytes(1 + dice.Below(20)),
            9 => Frame(dice.Bytes(200), 0, 200),
            10 => Frame(new byte[5 * 1024 * 1024], 0, 5 * 1024 * 1024),
            _ => Frame(bytes, 0, bytes.Length),
        };
    }

    private static byte[] Frame(byte[] bytes, byte flag, int length)
    {
        var frame = new byte[PrefixLength + bytes.Length];
        frame[0] = flag;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(1), length);
        bytes.CopyTo(frame, PrefixLength);
        return frame;
    }
}
