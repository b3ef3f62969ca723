using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Hooks;

/// <summary>What programs in a session tell of themselves, while Athene runs and while it does not (spec sessions.md §10.1, W-S3, W-S4).</summary>
public sealed class SpoolTests
{
    private const string Agent = "mover";

    [Fact]
    public async Task Facts_leftWhileAtheneWasDown_haveTheirEffectWhenItIsUpAgain()
    {
        await using var athene = await Installation.StartAsync();
        athene.Agents.Write(
            Agent,
            """
            athene ls >/dev/null 2>"$NOTES/ls"; echo "$?" >"$NOTES/ls-code"
            echo "home=${ATHENE_HOME-none} token=${ATHENE_TOKEN:+set}" >"$NOTES/environment"
            git checkout -q -b feat/first && touch "$NOTES/first"
            until [ -e "$NOTES/go" ]; do sleep 0.1; done
            git switch -q -c feat/second
            athene-hook gh pr-created 4096 'https://github.com/acme/app/pull/12'
            touch "$NOTES/gone"; exec cat
            """);
        // Profiles are read when the services start.
        await athene.DownAsync();
        await athene.UpAsync();
        await athene.AddProjectAsync("app");
        var session = await athene.Api.SpawnedAsync("app", new SpawnRequest(Prompt: "move", Agent: Agent));
        await Within.TrueAsync(async () => (await athene.Api.SessionAsync(session.Id)).Branch == "feat/first", "the branch of the session is followed");

        await athene.DownAsync();
        await File.WriteAllTextAsync(athene.Agents.NotePath("go"), "");
        await Within.TrueAsync(() => File.Exists(athene.Agents.NotePath("gone")), "the agent went on without Athene");
        await athene.UpAsync();

        await Within.TrueAsync(async () => (await athene.Api.SessionAsync(session.Id)).Branch == "feat/second", "the other branch is known");
        await Within.TrueAsync(
            async () => (await athene.Api.SessionAsync(session.Id)).Prs is [{ Url: "https://github.com/acme/app/pull/12" }], "the pull request is known");
        athene.Agents.Lines("environment").ShouldBe(["home=none token=set"]);
        athene.Agents.Lines("ls-code").ShouldNotBe(["0"], "an agent's token opens its own session alone");
        string.Concat(athene.Agents.Lines("ls")).ShouldContain($"token of session {session.Id}");
        await Within.TrueAsync(
            () => Directory.EnumerateFiles(Path.Combine(athene.Home, "spool"), "*", SearchOption.AllDirectories).ToArray() is [], "nothing is left in the spool");
    }
}
