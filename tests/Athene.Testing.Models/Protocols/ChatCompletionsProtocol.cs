using System.Text.Json;

namespace Athene.Testing.Models.Protocols;

/// <summary>OpenAI's Chat Completions, as OpenCode 1.18 speaks it.</summary>
internal sealed class ChatCompletionsProtocol : IModelProtocol
{
    private const string Shell = "bash";

    public string Path => "/v1/chat/completions";

    public ModelRequest Read(JsonElement body)
    {
        var last = body.GetProperty("messages").EnumerateArray().Last(message => message.GetProperty("role").GetString() is "user" or "tool");
        return new ModelRequest("", "", MessageText.Of(last.GetProperty("content")), MessageText.OffersTool(body, Shell));
    }

    public async Task WriteAsync(ModelAnswer answer, JsonElement request, EventStream stream)
    {
        var id = Guid.NewGuid().ToString("N");
        var model = request.GetProperty("model").GetString();
        var (delta, reason) = DeltaOf(answer, id);
        await stream.DataAsync(Chunk(id, model, [new { index = 0, delta, finish_reason = (string?)null }]));
        await stream.DataAsync(Chunk(id, model, [new { index = 0, delta = new { }, finish_reason = reason }]));
        await stream.DataAsync(new
        {
            id, model, @object = "chat.completion.chunk", created = 0, choices = Array.Empty<object>(),
            usage = new { prompt_tokens = TokenCount.Input, completion_tokens = TokenCount.Output, total_tokens = TokenCount.Input + TokenCount.Output },
        });
        await stream.TextAsync("[DONE]");
    }

    private static object Chunk(string id, string? model, object[] choices) =>
        new { id, model, @object = "chat.completion.chunk", created = 0, choices };

    private static (object Delta, string FinishReason) DeltaOf(ModelAnswer answer, string id) => answer switch
    {
        ModelAnswer.Command command => (
            new
            {
                role = "assistant",
                tool_calls = new[]
                {
                    new
                    {
                        index = 0, id = $"call_{id}", type = "function",
                        function = new { name = Shell, arguments = JsonSerializer.Serialize(new { command = command.Line, description = "Run it" }) },
                    },
                },
            },
            "tool_calls"),
        ModelAnswer.Words words => (new { role = "assistant", content = words.Text }, "stop"),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };
}
