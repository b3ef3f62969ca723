using System.Net;

namespace Athene.TrackerBridge.Budget;

/// <summary>
/// Follows redirects, which .NET does without the token: a renamed repository answers with one. Within a host the token goes along; elsewhere, only what is no
/// document, such as a log in a store, is read, and without it.
/// </summary>
public sealed class RedirectHandler : DelegatingHandler
{
    private const int Most = 5;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var (address, credentials) = (request.RequestUri, request.Headers.Authorization);
        try
        {
            var response = await base.SendAsync(request, cancellationToken);
            for (var followed = 0; followed < Most && TargetOf(request, response) is { } target; followed++)
            {
                response.Dispose();
                if (ApiAddress.OriginOf(target) != ApiAddress.OriginOf(request.RequestUri!)) request.Headers.Authorization = null;
                request.RequestUri = target;
                response = await base.SendAsync(request, cancellationToken);
            }

            return response;
        }
        finally
        {
            // Whoever repeats it means what was asked first.
            (request.RequestUri, request.Headers.Authorization) = (address, credentials);
        }
    }

    // A redirect of a write that does not say that it stays a write is not followed.
    private static Uri? TargetOf(HttpRequestMessage request, HttpResponseMessage response)
    {
        var mayFollow = response.StatusCode switch
        {
            HttpStatusCode.MovedPermanently or HttpStatusCode.Found => request.Method == HttpMethod.Get,
            HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect => true,
            _ => false,
        };
        if (!mayFollow || response.Headers.Location is not { } location) return null;
        var target = new Uri(request.RequestUri!, location);
        if (ApiAddress.OriginOf(target) == ApiAddress.OriginOf(request.RequestUri!)) return target;
        return request.Method == HttpMethod.Get && target.Scheme == Uri.UriSchemeHttps && !HostRequest.WantsDocument(request) ? target : null;
    }
}
