using System.Text;
using Athene.Contracts.Messages;
using Athene.Contracts.Sessions;
using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.BadInput;

/// <summary>What a person writes reaches the agent byte for byte, whatever shells and terminals would make of it.</summary>
[Collection(SharedInstallationCollection.Name)]
public sealed class ExactTextTests(SharedInstallation shared)
{
    private const string Hostile = "it's \"quoted\" `ticks` $(touch pwned) ${HOME} \\n %s !! ; && | > # ~ * 🦉 äöü 日本";

    private Installation Athene => shared.Athene;

    public static TheoryData<string> Prompts => new()
    {
        Hostile,
        $"first line\n\n  indented\ttab\n{Hostile}\nlast line",
        "--dangerous -x",
        "-",
        string.Concat(Enumerable.Repeat($"{Hostile}\n", 100 * 1024 / Encoding.UTF8.GetByteCount($"{Hostile}\n"))).PadRight(90_000, 'x') + "end",
    };

    [Theory]
    [MemberData(nameof(Prompts))]
    public async Task Prompt_reachesTheAgentByteForByte(string prompt)
    {
        var project = await shared.NewProjectAsync();

        var session = await project.SpawnAsync(prompt: prompt);

        (await ReadAsync(session, Encoding.UTF8.GetByteCount(prompt))).ShouldBe(prompt);
        File.Exists(Path.Combine(session.WorkspacePath!, "pwned")).ShouldBeFalse();
    }

    [Fact]
    public async Task PromptFileOf100KiB_reachesTheAgentByteForByte()
    {
        var project = await shared.NewProjectAsync();
        var line = Hostile + "\n";
        var prompt = string.Concat(Enumerable.Repeat(line, 100 * 1024 / Encoding.UTF8.GetByteCount(line)));
        prompt += new string('x', (100 * 1024) - Encoding.UTF8.GetByteCount(prompt));
        var file = Athene.Combine("prompt.md");
        await File.WriteAllTextAsync(file, prompt);

        var spawned = await Athene.AtheneAsync("spawn", "--project", project.Id, "--agent", AgentScripts.Echo, "--prompt-file", file, "--json");

        spawned.ExitCode.ShouldBe(0, spawned.Error);
        (await ReadAsync(spawned.Json<SessionDocument>(), 100 * 1024)).ShouldBe(prompt);
    }

    [Fact]
    public async Task Message_reachesTheAgentAsItIs()
    {
        var project = await shared.NewProjectAsync();
        var session = await project.SpawnAsync(agent: AgentScripts.Listener);

        (await Athene.Api.SentAsync(session.Id, Hostile)).State.ShouldBe(MessageState.Submitted);

        var note = $"typed-{session.Id}";
        await Within.TrueAsync(() => Athene.Agents.Lines(note).Count > 0, "the agent read the message");
        Athene.Agents.Lines(note).ShouldBe([Hostile]);
    }

    private async Task<string> ReadAsync(SessionDocument session, int bytes)
    {
        var note = new FileInfo(Athene.Agents.NotePath($"prompt-{session.Id}"));
        await Within.TrueAsync(
            () =>
            {
                note.Refresh();
                return note.Exists && note.Length >= bytes;
            },
            $"the agent noted its {bytes} bytes");
        return await File.ReadAllTextAsync(note.FullName);
    }
}
