using System.Text.Json;
using Athene.Dapr.Actors.Runtime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Logging;

namespace Athene.Dapr.Actors.AspNetCore;

/// <summary>Answers the sidecar: a turn that ends well is 200, and anything else tells it that the turn failed.</summary>
internal sealed partial class ActorHandlers(ActorRuntime runtime, ILogger<ActorHandlers> logger)
{
    // …/method/{name} and …/method/remind/{name}
    private const int MethodTail = 2;
    private const int CallbackTail = 3;

    public Task ConfigureAsync(HttpContext context) => WriteAsync(context, runtime.Configuration());

    public Task CallAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        var actor = ActorAddress.Of(context, MethodTail);
        var chain = ChainOf(context);
        RefuseRemoting(context);
        var body = await BodyOf(context);
        return await runtime.HostOf(actor.ActorType).CallAsync(actor.ActorId, actor.Name, body, chain, context.RequestAborted);
    });

    public Task RemindAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        var actor = ActorAddress.Of(context, CallbackTail);
        var firing = await FiringOf(context);
        await runtime.HostOf(actor.ActorType).RemindAsync(actor.ActorId, actor.Name, firing, ChainOf(context), context.RequestAborted);
        return null;
    });

    public Task FireTimerAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        var actor = ActorAddress.Of(context, CallbackTail);
        var firing = await FiringOf(context);
        await runtime.HostOf(actor.ActorType).FireTimerAsync(actor.ActorId, actor.Name, firing, ChainOf(context), context.RequestAborted);
        return null;
    });

    public Task DeactivateAsync(HttpContext context) => AnswerAsync(context, async () =>
    {
        var actor = ActorAddress.Of(context, tail: 0);
        await runtime.HostOf(actor.ActorType).DeactivateAsync(actor.ActorId, context.RequestAborted);
        return null;
    });

    private async Task AnswerAsync(HttpContext context, Func<Task<byte[]?>> turn)
    {
        try
        {
            if (await turn() is { } result) await WriteAsync(context, result);
        }
        catch (ActorRequestException refusal)
        {
            LogRefused(logger, NameOf(context), refusal.Message);
            await WriteProblemAsync(context, refusal.StatusCode, title: null, refusal.Message);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is left to be told.
        }
        catch (Exception failure)
        {
            LogTurnFailed(logger, failure, NameOf(context));
            await WriteFailureAsync(context, failure);
        }
    }

    // A typed caller gets the exception as data, with a status that no retry policy takes for a fault of the network.
    private static Task WriteFailureAsync(HttpContext context, Exception failure)
    {
        if (!context.Request.Headers.ContainsKey(ActorHeaders.TypedRequest))
            return WriteProblemAsync(context, StatusCodes.Status500InternalServerError, failure.GetType().FullName, failure.Message);
        context.Response.Headers[ActorHeaders.ErrorResponse] = "true";
        return WriteAsync(context, JsonSerializer.SerializeToUtf8Bytes(ActorFailure.Of(failure), JsonSerializerOptions.Web));
    }

    private static Task WriteProblemAsync(HttpContext context, int status, string? title, string detail)
    {
        context.Response.StatusCode = status;
        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail };
        return context.Response.WriteAsJsonAsync(problem, options: null, "application/problem+json", context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }

    private static void RefuseRemoting(HttpContext context)
    {
        var typed = context.Request.Headers[ActorHeaders.TypedRequest];
        if (typed.Count > 0 && typed != ActorHeaders.Json)
            throw new ActorRequestException(
                StatusCodes.Status400BadRequest, "The .NET SDK's remoting is not spoken here: call through an untyped proxy.");
    }

    private static async Task<Firing> FiringOf(HttpContext context)
    {
        try
        {
            return ScheduleJson.ReadFiring(await BodyOf(context));
        }
        catch (Exception unfit) when (unfit is JsonException or FormatException)
        {
            throw new ActorRequestException(StatusCodes.Status400BadRequest, $"The body is no reminder or timer: {unfit.Message}", unfit);
        }
    }

    private static async Task<byte[]> BodyOf(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        return body.ToArray();
    }

    private static string? ChainOf(HttpContext context) =>
        context.Request.Headers[ActorHeaders.ReentrancyId] is [{ Length: > 0 } chain] ? chain : null;

    private static string NameOf(HttpContext context) => $"{context.Request.Method} {context.Request.Path}";
}
