using System.Text;
using Athene.Testing.Models;

namespace Athene.Agents.Tests;

/// <summary>The model that stands in for a provider answers in whole streams, in each of the three ways of speaking.</summary>
public sealed class ScriptedModelTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    private ScriptedModel model = null!;

    public async Task InitializeAsync() => model = await ScriptedModel.StartAsync();

    public async Task DisposeAsync() => await model.DisposeAsync();

    [Theory]
    [InlineData("/v1/messages", """{ "model": "m", "messages": [{ "role": "user", "content": "List it" }], "tools": [{ "name": "Bash" }] }""", "message_stop")]
    [InlineData("/v1/responses", """{ "model": "m", "input": [{ "type": "message", "role": "user", "content": [{ "type": "input_text", "text": "List it" }] }], "tools": [{ "name": "exec_command" }] }""", "response.completed")]
    [InlineData("/v1/chat/completions", """{ "model": "m", "messages": [{ "role": "user", "content": "List it" }], "tools": [{ "function": { "name": "bash" } }] }""", "[DONE]")]
    public async Task Command_ofTheScript_isAToolCallInAStreamThatEnds(string path, string request, string last)
    {
        model.When("List it", ModelAnswer.Run("ls -l"));

        var answer = await AskAsync(path, request);

        answer.ShouldContain("ls -l");
        answer.TrimEnd().Split("\n\n")[^1].ShouldContain(last);
        model.Unscripted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Held_answer_goesOutWhenItIsReleased()
    {
        var turn = model.Hold("List it", ModelAnswer.Say("Later."));
        var asking = AskAsync("/v1/chat/completions", """{ "model": "m", "messages": [{ "role": "user", "content": "List it" }], "tools": [{ "name": "bash" }] }""");

        (await turn.Asked).LastInput.ShouldBe("List it");
        asking.IsCompleted.ShouldBeFalse();
        turn.Release();

        (await asking).ShouldContain("Later.");
    }

    [Fact]
    public async Task Request_thatOffersNoShell_isAnsweredBesideTheScript()
    {
        model.When("List it", ModelAnswer.Run("ls"));

        var answer = await AskAsync("/v1/messages", """{ "model": "m", "messages": [{ "role": "user", "content": "Title for: List it" }] }""");

        answer.ShouldContain("A short title");
        model.Requests.ShouldBeEmpty();
        model.SideRequests.Count.ShouldBe(1);
    }

    private async Task<string> AskAsync(string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await Http.PostAsync(new Uri(model.Address + path), content);
        return await response.Content.ReadAsStringAsync();
    }
}
