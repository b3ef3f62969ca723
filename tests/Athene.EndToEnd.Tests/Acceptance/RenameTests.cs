using System.Net;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Acceptance;

/// <summary>The names that people give to sessions (spec sessions.md §6).</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class RenameTests(SharedInstallation shared)
{
    [Fact]
    public async Task Rename_chosenName_winsUntilItIsTakenBack()
    {
        var project = await shared.NewProjectAsync();
        project.Repository.Write("issues/5.md", "# Log in again\n\nPlease.");
        var session = await project.SpawnAsync(issue: "5");

        (await RenameAsync(session.Id, " The\u0007 login\n")).As<SessionDocument>().DisplayName.ShouldBe("The login");
        var listed = (await project.SessionsAsync()).ShouldHaveSingleItem();
        listed.Title.ShouldBe("The login");
        listed.DisplayNameUserSet.ShouldBeTrue();

        (await RenameAsync(session.Id, "")).As<SessionDocument>().Title.ShouldBe("Log in again");
        (await shared.Athene.Api.SessionAsync(session.Id)).DisplayNameUserSet.ShouldBeFalse();
    }

    [Fact]
    public async Task Rename_tooLongOrUnknown_isRefused()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync();

        (await RenameAsync(session.Id, new string('a', 81))).Problem(HttpStatusCode.BadRequest, "request-invalid");
        (await RenameAsync($"{project.Id}-99", "x")).Problem(HttpStatusCode.NotFound, "session-not-found");
    }

    private Task<Answer> RenameAsync(string id, string name) =>
        shared.Athene.Api.PatchAsync($"v1/sessions/{id}", new RenameRequest(name));
}
