using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Contracts.Json;
using Athene.Contracts.Notifications;
using Athene.Contracts.PullRequests;

namespace Athene.Notifier.Channels.Webhook;

/// <summary>
/// What a generic webhook gets: the members of the reference (spec trackers-scm-notifiers.md §13, §14.3), and beside them title, facts and links. Pure.
/// </summary>
internal static class WebhookBody
{
    private const int SchemaVersion = 3;

    public static JsonObject Of(Notification notification, DateTimeOffset now) => new()
    {
        ["type"] = "notification",
        ["event"] = new JsonObject
        {
            ["id"] = notification.Id,
            ["type"] = notification.Type ?? "notification",
            ["priority"] = notification.Priority.ToString().ToLowerInvariant(),
            ["sessionId"] = notification.SessionId,
            ["projectId"] = notification.ProjectId,
            ["timestamp"] = (notification.Time ?? now).UtcDateTime.ToString("O"),
            ["title"] = notification.Title,
            ["message"] = notification.Body,
            ["facts"] = JsonSerializer.SerializeToNode(notification.Facts, AtheneJson.Options),
            ["links"] = JsonSerializer.SerializeToNode(notification.Links ?? [], AtheneJson.Options),
            ["data"] = new JsonObject
            {
                ["schemaVersion"] = SchemaVersion,
                ["semanticType"] = notification.Type,
                ["subject"] = Subject(notification),
            },
        },
    };

    private static JsonObject Subject(Notification notification)
    {
        var subject = new JsonObject { ["session"] = new JsonObject { ["id"] = notification.SessionId, ["projectId"] = notification.ProjectId } };
        if ((notification.Links ?? []).Select(PullRequestUrl.Parse).FirstOrDefault(url => url is { Repository.Length: > 0 }) is { } request)
            subject["pr"] = new JsonObject { ["number"] = request.Number, ["url"] = request.Address };
        return subject;
    }
}
