using System.Text.Json;

namespace Athene.Testing.Models.Protocols;

/// <summary>Anthropic's Messages, as Claude Code 2.1 speaks it.</summary>
internal sealed class MessagesProtocol : IModelProtocol
{
    private const string Shell = "Bash";

    public string Path => "/v1/messages";

    public ModelRequest Read(JsonElement body)
    {
        var last = body.GetProperty("messages").EnumerateArray().Last(message => message.GetProperty("role").GetString() == "user");
        return new ModelRequest("", "", MessageText.Of(last.GetProperty("content")), MessageText.OffersTool(body, Shell));
    }

    public async Task WriteAsync(ModelAnswer answer, JsonElement request, EventStream stream)
    {
        var id = Guid.NewGuid().ToString("N");
        var model = request.GetProperty("model").GetString();
        await stream.TypedAsync("message_start", new
        {
            type = "message_start",
            message = new
            {
                id = $"msg_{id}", type = "message", role = "assistant", model, content = Array.Empty<object>(), stop_reason = (string?)null,
                stop_sequence = (string?)null, usage = new { input_tokens = TokenCount.Input, output_tokens = 1 },
            },
        });
        var (block, delta, stopReason) = BlockOf(answer, id);
        await stream.TypedAsync("content_block_start", new { type = "content_block_start", index = 0, content_block = block });
        await stream.TypedAsync("content_block_delta", new { type = "content_block_delta", index = 0, delta });
        await stream.TypedAsync("content_block_stop", new { type = "content_block_stop", index = 0 });
        await stream.TypedAsync("message_delta", new
        {
            type = "message_delta",
            delta = new { stop_reason = stopReason, stop_sequence = (string?)null },
            usage = new { output_tokens = TokenCount.Output },
        });
        await stream.TypedAsync("message_stop", new { type = "message_stop" });
    }

    private static (object Block, object Delta, string StopReason) BlockOf(ModelAnswer answer, string id) => answer switch
    {
        ModelAnswer.Command command => (
            new { type = "tool_use", id = $"toolu_{id}", name = Shell, input = new { } },
            new { type = "input_json_delta", partial_json = JsonSerializer.Serialize(new { command = command.Line, description = "Run it" }) },
            "tool_use"),
        ModelAnswer.Words words => (new { type = "text", text = "" }, new { type = "text_delta", text = words.Text }, "end_turn"),
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };
}
