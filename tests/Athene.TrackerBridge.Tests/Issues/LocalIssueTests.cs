using System.Text.RegularExpressions;
using Athene.Contracts.Issues;

namespace Athene.TrackerBridge.Tests.Issues;

[Collection(TrackersCollection.Name)]
public sealed partial class LocalIssueTests(TrackersUnderTest trackers) : TrackerContract(trackers), IDisposable
{
    private readonly TemporaryDirectory project = new();

    protected override IssueSource Source => new("app", project.Path) { Provider = "local" };

    public void Dispose() => project.Dispose();

    [Fact]
    public async Task Update_file_keepsEveryLineThatIsNotChanged()
    {
        var file = project.Combine("issues", "7-login.md");
        Directory.CreateDirectory(project.Combine("issues"));
        await File.WriteAllTextAsync(file, "---\n# ours\nestimate: 3\nlabels:\n  - bug\n  - ui\n\n# theirs\nowner: ada\n---\n\n# Fix it\n\nNow.\n");

        await UpdateAsync("7", new IssueChanges(IssueState.Closed, AddLabels: ["done"], RemoveLabels: ["ui"]));

        (await File.ReadAllTextAsync(file)).ShouldBe(
            "---\n# ours\nestimate: 3\nlabels: [\"bug\", \"done\"]\n\n# theirs\nowner: ada\nstate: closed\n---\n\n# Fix it\n\nNow.\n");
    }

    [Fact]
    public async Task List_folder_leavesOutWhatIsNoIssue()
    {
        Directory.CreateDirectory(project.Combine("issues"));
        foreach (var name in (string[])["README.md", "notes.txt", "12-long words.md", "INT-9.md", "2.md", "a b.md"])
            await File.WriteAllTextAsync(project.Combine("issues", name), "# x");

        (await ListAsync(new IssueFilter())).ShouldBe(["12", "INT-9", "2"]);
    }

    [Fact]
    public async Task Create_inAProjectWithoutIssues_makesTheFolder()
    {
        (await CreateAsync(new NewIssue("First"))).Id.ShouldBe("1");

        File.Exists(project.Combine(".athene", "issues", "1.md")).ShouldBeTrue();
    }

    protected override async Task<IReadOnlyList<string>> CommentsOfAsync(IssueDocument issue)
    {
        var text = await File.ReadAllTextAsync(new Uri(issue.Url!).LocalPath);
        return [.. Comments().Split(text).Skip(1).Select(comment => comment.TrimEnd('\n'))];
    }

    [GeneratedRegex(@"\*\*Comment, [0-9: -]+Z\*\*\n\n")]
    private static partial Regex Comments();
}
