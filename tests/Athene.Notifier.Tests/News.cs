using Athene.Contracts.Notifications;

namespace Athene.Notifier.Tests;

/// <summary>Things to tell.</summary>
internal static class News
{
    public static Notification NeedsInput { get; } = new(
        "app-1-5-needs-input", NotificationPriority.Urgent, "app-1 needs input", "Which database?", "app-1", ["https://github.test/acme/app/pull/7"])
    {
        Type = "session.needs_input",
        ProjectId = "app",
        Time = new DateTimeOffset(2026, 3, 2, 11, 59, 0, TimeSpan.Zero),
        Facts = [new NotificationFact("Branch", "feat/my_branch"), new NotificationFact("Checks", "2 failing")],
    };

    public static Notification CiFailing { get; } = NeedsInput with
    {
        Id = "app-1-6-ci-failing", Priority = NotificationPriority.Warning, Type = "ci.failing", Title = "Checks of app-1 fail", Body = "unit tests: exit code 1",
    };

    public static Notification Finished { get; } = NeedsInput with
    {
        Id = "app-1-7-finished", Priority = NotificationPriority.Info, Type = null, Title = "app-1 has finished", Body = "Done.", Links = null,
    };
}
