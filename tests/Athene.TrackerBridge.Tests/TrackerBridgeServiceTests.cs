using System.Net;
using System.Net.Http.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.Events;
using Athene.Contracts.Issues;
using Athene.Contracts.Json;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.TrackerBridge.Sessions;

namespace Athene.TrackerBridge.Tests;

public sealed class TrackerBridgeServiceTests(RunningBridge bridge) : IClassFixture<RunningBridge>, IDisposable
{
    private readonly TemporaryDirectory project = new();
    private readonly ServiceUnderTest service = bridge.Service;

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task Lookup_through_the_sidecar_answers_a_local_issue()
    {
        WriteIssue("7.md", "# Fix the login");

        using var bridge = service.Dapr.CreateInvokableHttpClient("tracker-bridge");
        using var answer = await bridge.PostAsJsonAsync("/v1/issues/lookup", new IssueLookup(new IssueSource("app", project.Path), "7"), AtheneJson.Options);

        var issue = (await answer.Content.ReadFromJsonAsync<IssueDocument>(AtheneJson.Options)).ShouldNotBeNull();
        (issue.Id, issue.Title).ShouldBe(("7", "Fix the login"));
    }

    [Theory]
    [InlineData("8", null, null, HttpStatusCode.NotFound, ErrorTypes.IssueNotFound)]
    [InlineData("8", "local", "acme/app", HttpStatusCode.NotFound, ErrorTypes.IssueNotFound)]
    [InlineData("7", "jira", null, HttpStatusCode.UnprocessableEntity, ErrorTypes.TrackerNotConfigured)]
    public async Task Lookup_that_cannot_be_answered_says_why(string issue, string? provider, string? repo, HttpStatusCode status, string type)
    {
        WriteIssue("7.md", "# Seven");

        var (answered, problem) = await LookupAsync(new IssueLookup(new IssueSource("app", project.Path) { Provider = provider, Repo = repo }, issue));

        answered.ShouldBe(status);
        problem.Type.ShouldBe(type);
        problem.Hint.ShouldNotBeNull().ShouldContain(".athene/issues");
    }

    [Fact]
    public async Task Events_tell_which_session_has_an_issue_whatever_their_order()
    {
        (await service.Http.GetAsync("/v1/projects/app/issues/7/session")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await PublishAsync(EventTypes.Spawned, "app-1", 5);
        await UntilAsync(new IssueSession("app", "7", "app-1", true, 5));
        await PublishAsync(EventTypes.Killed, "app-1", 8);
        await UntilAsync(new IssueSession("app", "7", "app-1", false, 8));
        await PublishAsync(EventTypes.Spawned, "app-1", 5);
        await PublishAsync(EventTypes.Spawned, "app-2", 9);
        await UntilAsync(new IssueSession("app", "7", "app-2", true, 9));
    }

    private void WriteIssue(string name, string text)
    {
        Directory.CreateDirectory(project.Combine(".athene", "issues"));
        File.WriteAllText(project.Combine(".athene", "issues", name), text);
    }

    private async Task<(HttpStatusCode Status, ProblemDocument Problem)> LookupAsync(IssueLookup lookup)
    {
        var response = await service.Http.PostAsJsonAsync("/v1/issues/lookup", lookup, AtheneJson.Options);
        return (response.StatusCode, (await response.Content.ReadFromJsonAsync<ProblemDocument>(AtheneJson.Options)).ShouldNotBeNull());
    }

    private Task UntilAsync(IssueSession expected) => Patience.UntilAsync(
        async () =>
        {
            var response = await service.Http.GetAsync("/v1/projects/app/issues/7/session");
            return response.IsSuccessStatusCode && await response.Content.ReadFromJsonAsync<IssueSession>(AtheneJson.Options) == expected;
        },
        $"{expected}");

    private Task PublishAsync(string type, string sessionId, long eventId)
    {
        var now = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var session = new SessionDocument
        {
            Id = sessionId,
            ProjectId = "app",
            Status = SessionStatus.Working,
            Agent = "script",
            Machine = "host",
            Issue = "7",
            Lifecycle = LifecycleDocument.Requested(now),
            CreatedAt = now,
            LastActivityAt = now,
        };
        var happened = new SessionEvent(type, new EventDocument(eventId, now, "kind", "info", "app", sessionId, "summary"), session);
        return service.Dapr.PublishEventAsync(
            Topics.PubSub, Topics.SessionEvents, happened, new Dictionary<string, string> { ["cloudevent.type"] = type });
    }
}
