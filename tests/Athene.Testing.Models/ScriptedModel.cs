using System.Collections.Concurrent;
using System.Text.Json;
using Athene.Testing.Models.Protocols;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Athene.Testing.Models;

/// <summary>
/// A model provider on this machine that says what a script tells it to, for the real agents: Anthropic's Messages, OpenAI's Responses and
/// Chat Completions, as events of a stream. What the script does not name gets a harmless answer, and is remembered.
/// </summary>
public sealed class ScriptedModel : IAsyncDisposable
{
    private static readonly ModelAnswer Unnamed = ModelAnswer.Say("The script has nothing to say to this.");
    private static readonly ModelAnswer Title = ModelAnswer.Say("A short title");

    private readonly WebApplication application;
    private readonly ConcurrentQueue<ModelTurn> script = [];
    private readonly ConcurrentQueue<ModelRequest> requests = [];
    private readonly ConcurrentQueue<ModelRequest> unscripted = [];

    private ScriptedModel(WebApplication application) => this.application = application;

    /// <summary>The address without a path.</summary>
    public string Address => application.Urls.Single();

    /// <summary>What agents asked at their tasks, in order.</summary>
    public IReadOnlyList<ModelRequest> Requests => [.. requests.Where(request => request.OffersShell)];

    /// <summary>What was asked beside that: titles, other addresses.</summary>
    public IReadOnlyList<ModelRequest> SideRequests => [.. requests.Where(request => !request.OffersShell)];

    /// <summary>What agents asked at their tasks and the script did not name.</summary>
    public IReadOnlyList<ModelRequest> Unscripted => [.. unscripted];

    public static async Task<ScriptedModel> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        var model = new ScriptedModel(builder.Build());
        foreach (var protocol in (IModelProtocol[])[new MessagesProtocol(), new ResponsesProtocol(), new ChatCompletionsProtocol()])
            model.application.MapPost(protocol.Path, context => model.AnswerAsync(protocol, context));
        model.application.MapPost("/v1/messages/count_tokens", () => Results.Json(new { input_tokens = 100 }));
        model.application.MapFallback(model.Refuse);
        await model.application.StartAsync();
        return model;
    }

    /// <summary>Answers the first input that contains the words. Earlier lines of the script go first.</summary>
    public ModelTurn When(string hears, ModelAnswer answer)
    {
        var turn = Hold(hears, answer);
        turn.Release();
        return turn;
    }

    /// <summary>The same, but not before the turn is released.</summary>
    public ModelTurn Hold(string hears, ModelAnswer answer)
    {
        var turn = new ModelTurn(hears, answer);
        script.Enqueue(turn);
        return turn;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var turn in script) turn.Release();
        using var atOnce = new CancellationTokenSource(0);
        await application.StopAsync(atOnce.Token);
        await application.DisposeAsync();
    }

    private async Task AnswerAsync(IModelProtocol protocol, HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        using var body = JsonDocument.Parse(text);
        var request = protocol.Read(body.RootElement) with { Target = TargetOf(context), Body = text };
        requests.Enqueue(request);
        var answer = request.OffersShell ? await ScriptedAsync(request, context.RequestAborted) : Title;
        await protocol.WriteAsync(answer, body.RootElement, new EventStream(context.Response));
    }

    private async Task<ModelAnswer> ScriptedAsync(ModelRequest request, CancellationToken cancellationToken)
    {
        if (script.FirstOrDefault(turn => turn.TryTake(request)) is not { } turn)
        {
            unscripted.Enqueue(request);
            return Unnamed;
        }

        await turn.Released.WaitAsync(cancellationToken);
        return turn.Answer;
    }

    private IResult Refuse(HttpContext context)
    {
        requests.Enqueue(new ModelRequest(TargetOf(context), "", "", OffersShell: false));
        return context.Request.Method == HttpMethods.Head ? Results.Ok() : Results.Json(new { error = new { message = "not here" } }, statusCode: 404);
    }

    private static string TargetOf(HttpContext context) => $"{context.Request.Method} {context.Request.GetEncodedPathAndQuery()}";
}
