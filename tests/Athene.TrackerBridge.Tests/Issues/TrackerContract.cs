using System.Net;
using System.Net.Http.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.Issues;
using Athene.Contracts.Json;

namespace Athene.TrackerBridge.Tests.Issues;

/// <summary>
/// What every tracker has to do, asked of the bridge as the session service asks it. A tracker's own test class derives from it and says where its issues are.
/// </summary>
public abstract class TrackerContract(TrackersUnderTest trackers)
{
    private const string HostileText =
        "Fix <script>alert(1)</script> \"quoted\" 'n' ${HOME} `$(id)`\n\n```text\nend\n```\n---\nstate: closed\n---\n\u001b[31mred\u0007 \u2028 \u0085 \u202e 😀 end";

    protected TrackersUnderTest Trackers => trackers;

    protected abstract IssueSource Source { get; }

    /// <summary>An id that the tracker could have and has not.</summary>
    protected virtual string UnknownIssue => "4711";

    protected virtual bool KnowsEveryState => true;

    protected virtual bool KnowsPriorities => true;

    [Fact]
    public async Task Create_issue_isFoundWithAllItSays()
    {
        var created = await CreateAsync(new NewIssue("Fix the login", "It *fails*.\n\nAlways.", ["bug", "ui"], "ada", IssuePriority.High));

        var found = await FindAsync(created.Id);

        (found.Id, found.Title, found.Body, found.State, found.Completed).ShouldBe((created.Id, "Fix the login", "It *fails*.\n\nAlways.", IssueState.Open, false));
        found.Labels.ShouldNotBeNull().Order().ShouldBe(["bug", "ui"]);
        found.Assignee.ShouldBe("ada");
        found.AuthorMayWrite.ShouldBeTrue();
        found.Priority.ShouldBe(KnowsPriorities ? IssuePriority.High : null);
        found.DefaultBranchName.ShouldBe(found.Id.All(char.IsAsciiDigit) ? $"feat/issue-{found.Id}" : $"feat/{found.Id}");
        Uri.TryCreate(found.Url, UriKind.Absolute, out _).ShouldBeTrue();
    }

    [Fact]
    public async Task Create_withoutATitle_isRefused() =>
        (await RefusedAsync("create", new IssueCreation(Source, new NewIssue(" ")), HttpStatusCode.BadRequest)).Type.ShouldBe(ErrorTypes.RequestInvalid);

    [Fact]
    public async Task Lookup_unknownIssue_isNotFound() => (await NotFoundAsync(UnknownIssue)).Type.ShouldBe(ErrorTypes.IssueNotFound);

    [Theory]
    [InlineData("Fix Login Bug!")]
    [InlineData("../../etc/passwd")]
    [InlineData("7/../8")]
    [InlineData("7?state=all")]
    [InlineData("-1")]
    public async Task Lookup_textThatIsNoIssue_isNotFound(string text) => (await NotFoundAsync(text)).Type.ShouldBe(ErrorTypes.IssueNotFound);

    [Fact]
    public async Task Lookup_hostileText_comesUnchanged()
    {
        var created = await CreateAsync(new NewIssue("</title> `rm` ---", HostileText));

        var found = await FindAsync(created.Id);

        (found.Title, found.Body).ShouldBe(("</title> `rm` ---", HostileText));
        found.State.ShouldBe(IssueState.Open);
    }

    [Fact]
    public async Task Lookup_textOfAMegabyte_comesUnchanged()
    {
        var body = new string('x', 1_000_000);

        var created = await CreateAsync(new NewIssue("Long", body));

        (await FindAsync(created.Id)).Body.ShouldBe(body);
    }

    [Fact]
    public async Task Update_state_isWhatItIsFromThenOn()
    {
        var id = (await CreateAsync(new NewIssue("Close me"))).Id;

        (await UpdateAsync(id, new IssueChanges(IssueState.InProgress))).State.ShouldBe(KnowsEveryState ? IssueState.InProgress : IssueState.Open);
        (await UpdateAsync(id, new IssueChanges(IssueState.Closed))).State.ShouldBe(IssueState.Closed);
        (await UpdateAsync(id, new IssueChanges(IssueState.Closed))).Completed.ShouldBeTrue();
        (await UpdateAsync(id, new IssueChanges(IssueState.Open))).State.ShouldBe(IssueState.Open);
        (await UpdateAsync(id, new IssueChanges(IssueState.Cancelled))).Completed.ShouldBeTrue();
        (await FindAsync(id)).Completed.ShouldBeTrue();
    }

    [Fact]
    public async Task Update_labels_addsAndRemovesAndMindsNoneThatIsMissing()
    {
        var id = (await CreateAsync(new NewIssue("Label me", "", ["bug", "agent:backlog"]))).Id;

        await UpdateAsync(id, new IssueChanges(AddLabels: ["agent:in-progress"], RemoveLabels: ["agent:backlog", "never-there"]));

        (await FindAsync(id)).Labels.ShouldNotBeNull().Order().ShouldBe(["agent:in-progress", "bug"]);
    }

    [Fact]
    public async Task Update_assignee_isAssigned()
    {
        var id = (await CreateAsync(new NewIssue("Assign me"))).Id;

        (await UpdateAsync(id, new IssueChanges(Assignee: "grace"))).Assignee.ShouldBe("grace");
    }

    [Fact]
    public async Task Update_comment_isSaidUnchanged()
    {
        var issue = await CreateAsync(new NewIssue("Discuss me"));

        await UpdateAsync(issue.Id, new IssueChanges(Comment: HostileText));

        (await CommentsOfAsync(issue)).ShouldHaveSingleItem().ShouldBe(HostileText);
        (await FindAsync(issue.Id)).State.ShouldBe(IssueState.Open);
    }

    [Fact]
    public async Task Update_unknownIssue_isNotFound() => (await RefusedAsync(
        "update", new IssueUpdate(Source, UnknownIssue, new IssueChanges(IssueState.Closed)), HttpStatusCode.NotFound)).Type.ShouldBe(ErrorTypes.IssueNotFound);

    [Fact]
    public async Task List_byStateLabelsAndAssignee_isTheNewestFirst()
    {
        var label = $"l{Guid.NewGuid():N}";
        var first = (await CreateAsync(new NewIssue("One", "", [label]))).Id;
        var second = (await CreateAsync(new NewIssue("Two", "", [label, "bug"], "grace"))).Id;
        var third = (await CreateAsync(new NewIssue("Three", "", [label]))).Id;
        await UpdateAsync(third, new IssueChanges(IssueState.Closed));

        (await ListAsync(new IssueFilter(Labels: [label]))).ShouldBe([second, first]);
        (await ListAsync(new IssueFilter(IssueSelection.All, [label]))).ShouldBe([third, second, first]);
        (await ListAsync(new IssueFilter(IssueSelection.Closed, [label]))).ShouldBe([third]);
        (await ListAsync(new IssueFilter(IssueSelection.All, [label, "bug"]))).ShouldBe([second]);
        (await ListAsync(new IssueFilter(IssueSelection.All, [label], "grace"))).ShouldBe([second]);
        (await ListAsync(new IssueFilter(IssueSelection.All, [label], Limit: 2))).ShouldBe([third, second]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task List_moreThanATrackerGives_isRefused(int limit) =>
        (await RefusedAsync("list", new IssueQuery(Source, new IssueFilter(Limit: limit)), HttpStatusCode.BadRequest)).Type.ShouldBe(ErrorTypes.RequestInvalid);

    /// <summary>What was said about an issue, as the tracker itself knows it.</summary>
    protected abstract Task<IReadOnlyList<string>> CommentsOfAsync(IssueDocument issue);

    protected Task<IssueDocument> FindAsync(string issue) => AskAsync<IssueLookup, IssueDocument>("lookup", new IssueLookup(Source, issue));

    protected Task<IssueDocument> CreateAsync(NewIssue issue) => AskAsync<IssueCreation, IssueDocument>("create", new IssueCreation(Source, issue));

    protected Task<IssueDocument> UpdateAsync(string issue, IssueChanges changes) => AskAsync<IssueUpdate, IssueDocument>("update", new IssueUpdate(Source, issue, changes));

    protected async Task<IReadOnlyList<string>> ListAsync(IssueFilter filter) =>
        [.. (await AskAsync<IssueQuery, IssueList>("list", new IssueQuery(Source, filter))).Data.Select(issue => issue.Id)];

    protected Task<ProblemDocument> NotFoundAsync(string issue) => RefusedAsync("lookup", new IssueLookup(Source, issue), HttpStatusCode.NotFound);

    protected async Task<ProblemDocument> RefusedAsync<T>(string action, T question, HttpStatusCode status)
    {
        var answer = await trackers.Bridge.Http.PostAsJsonAsync($"/v1/issues/{action}", question, AtheneJson.Options);
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ProblemDocument>(AtheneJson.Options)).ShouldNotBeNull();
    }

    private async Task<TAnswer> AskAsync<TQuestion, TAnswer>(string action, TQuestion question)
        where TAnswer : class
    {
        var answer = await trackers.Bridge.Http.PostAsJsonAsync($"/v1/issues/{action}", question, AtheneJson.Options);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<TAnswer>(AtheneJson.Options)).ShouldNotBeNull();
    }
}
