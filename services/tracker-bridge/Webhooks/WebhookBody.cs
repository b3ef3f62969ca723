using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;

namespace Athene.TrackerBridge.Webhooks;

/// <summary>Reads what a host sends, without trusting what it says of its own size.</summary>
internal static class WebhookBody
{
    private const int ChunkSize = 16 * 1024;

    /// <summary>Whoever takes longer keeps others waiting.</summary>
    private static readonly TimeSpan ReadingLimit = TimeSpan.FromSeconds(10);

    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>The raw body; one that is too large is not read to its end.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">It is larger than <paramref name="most"/> bytes, or came too slowly.</exception>
    public static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpRequest request, int most, CancellationToken cancellationToken)
    {
        if (request.ContentLength > most) throw WebhookProblems.TooLarge(most);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ReadingLimit);
        try
        {
            return await ReadToEndAsync(request.Body, most, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw WebhookProblems.TooSlow(ReadingLimit);
        }
    }

    /// <summary>The payload in a body: the body itself, or what a form calls <c>payload</c>, as GitHub's webhooks do unless told otherwise.</summary>
    /// <exception cref="Contracts.Errors.AtheneException">It is no JSON object.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body, string? contentType)
    {
        try
        {
            var payload = contentType?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) is true ? JsonDocument.Parse(PayloadOf(body)) : JsonDocument.Parse(body);
            if (payload.RootElement.ValueKind is JsonValueKind.Object) return payload;
            payload.Dispose();
            throw WebhookProblems.NotAnObject();
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidDataException)
        {
            throw WebhookProblems.Malformed(malformed);
        }
    }

    private static async Task<ReadOnlyMemory<byte>> ReadToEndAsync(Stream sent, int most, CancellationToken cancellationToken)
    {
        using var body = new MemoryStream();
        var chunk = new byte[ChunkSize];
        while (await sent.ReadAsync(chunk, cancellationToken) is > 0 and var read)
        {
            if (body.Length + read > most) throw WebhookProblems.TooLarge(most);
            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }

    private static string PayloadOf(ReadOnlyMemory<byte> body)
    {
        using var form = new FormReader(new MemoryStream(body.ToArray())) { ValueLengthLimit = int.MaxValue };
        return form.ReadForm().TryGetValue("payload", out var payload) ? payload.ToString() : "";
    }
}
