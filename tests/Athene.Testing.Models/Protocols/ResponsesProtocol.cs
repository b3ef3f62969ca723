using System.Text.Json;

namespace Athene.Testing.Models.Protocols;

/// <summary>OpenAI's Responses, as Codex 0.169 speaks it.</summary>
internal sealed class ResponsesProtocol : IModelProtocol
{
    private const string Shell = "exec_command";

    public string Path => "/v1/responses";

    public ModelRequest Read(JsonElement body)
    {
        var last = body.GetProperty("input").EnumerateArray().Last(IsInput);
        var content = last.TryGetProperty("output", out var output) ? output : last.GetProperty("content");
        return new ModelRequest("", "", MessageText.Of(content), MessageText.OffersTool(body, Shell));
    }

    public async Task WriteAsync(ModelAnswer answer, JsonElement request, EventStream stream)
    {
        var id = Guid.NewGuid().ToString("N");
        await stream.TypedAsync("response.created", new { type = "response.created", response = new { id = $"resp_{id}" } });
        await stream.TypedAsync("response.output_item.done", new { type = "response.output_item.done", output_index = 0, item = ItemOf(answer, id) });
        await stream.TypedAsync("response.completed", new
        {
            type = "response.completed",
            response = new
            {
                id = $"resp_{id}",
                usage = new
                {
                    input_tokens = TokenCount.Input, input_tokens_details = new { cached_tokens = 0 },
                    output_tokens = TokenCount.Output, output_tokens_details = new { reasoning_tokens = 0 },
                    total_tokens = TokenCount.Input + TokenCount.Output,
                },
            },
        });
    }

    private static bool IsInput(JsonElement item) => item.GetProperty("type").GetString() switch
    {
        "function_call_output" => true,
        "message" => item.GetProperty("role").GetString() == "user",
        _ => false,
    };

    private static object ItemOf(ModelAnswer answer, string id) => answer switch
    {
        ModelAnswer.Command command => new
        {
            type = "function_call", id = $"fc_{id}", call_id = $"call_{id}", name = Shell, arguments = JsonSerializer.Serialize(ArgumentsOf(command)),
        },
        ModelAnswer.Words words => new
        {
            type = "message", id = $"msg_{id}", role = "assistant",
            content = new[] { new { type = "output_text", text = words.Text, annotations = Array.Empty<object>() } },
        },
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };

    private static Dictionary<string, string> ArgumentsOf(ModelAnswer.Command command) => command.SandboxReason is { } reason
        ? new() { ["cmd"] = command.Line, ["sandbox_permissions"] = "require_escalated", ["justification"] = reason }
        : new() { ["cmd"] = command.Line };
}
