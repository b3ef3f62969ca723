using System.Globalization;
using System.Net;

namespace Athene.Notifier.Channels;

/// <summary>What an answer that is no success means for the next try (spec trackers-scm-notifiers.md §13). Pure.</summary>
internal static class HttpFailure
{
    /// <summary>Beyond what people are shown: a secret must not be cut in two before it is hidden.</summary>
    private const int LongestQuote = 4000;

    public static ChannelException Of(HttpResponseMessage response, string body, TimeProvider clock)
    {
        var status = (int)response.StatusCode;
        var text = body.Trim();
        var quote = text.Length <= LongestQuote ? text : text[..LongestQuote] + "…";
        return new ChannelException(string.Create(
            CultureInfo.InvariantCulture, $"{response.RequestMessage?.RequestUri?.Host} answered {status}{(quote.Length == 0 ? "" : $": {quote}")}"))
        {
            IsPermanent = !IsPassing(response.StatusCode),
            RetryAfter = RetryAfter(response, clock.GetUtcNow()),
        };
    }

    /// <summary>Why there was no answer, without the address.</summary>
    public static string Describe(HttpRequestException broken) => broken.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "its name is not known",
        HttpRequestError.ConnectionError => "it takes no connection",
        HttpRequestError.SecureConnectionError => "it could not be trusted (TLS)",
        HttpRequestError.ResponseEnded => "it broke off in the middle",
        _ => broken.HttpRequestError.ToString(),
    };

    /// <summary>Whether the request may have been read before the connection broke.</summary>
    public static bool MayHaveArrived(HttpRequestException broken) =>
        broken.HttpRequestError is not (HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.SecureConnectionError);

    private static bool IsPassing(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    private static TimeSpan? RetryAfter(HttpResponseMessage response, DateTimeOffset now)
    {
        // Discord gives fractions of seconds, which the standard header does not know.
        if (!response.Headers.TryGetValues("Retry-After", out var values)) return null;
        var text = values.First();
        if (double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 1e6) return TimeSpan.FromSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) && at > now ? at - now : null;
    }
}
