using Athene.Contracts.Notifications;
using Athene.Contracts.PullRequests;

namespace Athene.Notifier.Wording;

/// <summary>An address with words to press on. Only addresses of the web are links: anything else in their place is anybody's text.</summary>
internal sealed record Link(string Label, Uri Address)
{
    public static IReadOnlyList<Link> Of(Notification notification) =>
    [
        .. (notification.Links ?? [])
            .Select(text => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" ? uri : null)
            .OfType<Uri>()
            .DistinctBy(uri => uri.AbsoluteUri)
            .Select((uri, index) => new Link(LabelOf(uri, index), uri)),
    ];

    private static string LabelOf(Uri uri, int index) => uri.AbsolutePath switch
    {
        var path when path.Contains("/actions/", StringComparison.Ordinal) || path.Contains("/-/jobs/", StringComparison.Ordinal) => "View check",
        var path when path.Contains("/issues/", StringComparison.Ordinal) => "View issue",
        _ when uri.Fragment.Length > 0 && PullRequestUrl.Parse(uri.AbsoluteUri) is not null => "View review",
        _ when PullRequestUrl.Parse(uri.AbsoluteUri) is { Repository.Length: > 0 } => "View PR",
        _ => index == 0 ? "Open" : $"Open {uri.Host}",
    };
}
