using System.Text.Json;
using Athene.Sidecar.Actors.Reminders;
using Athene.Sidecar.Actors.Timers;
using Athene.Sidecar.Hosting;
using Athene.Sidecar.Tracing;

namespace Athene.Sidecar.Actors;

/// <summary><c>/v1.0/actors</c>: a translation between HTTP and the actor runtime.</summary>
internal sealed class ActorApi(ActorInvoker invoker, ActorState state, ActorReminders reminders, ActorTimers timers)
{
    private const string Root = "/v1.0/actors/{type}/{id}";
    private static readonly string[] CallVerbs = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"];
    private static readonly string[] WriteVerbs = ["POST", "PUT"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapMethods($"{Root}/method/{{method}}", CallVerbs, context => AnswerAsync(context, InvokeAsync));
        routes.MapGet($"{Root}/state/{{key}}", context => AnswerAsync(context, GetStateAsync));
        routes.MapMethods($"{Root}/state", WriteVerbs, context => AnswerAsync(context, TransactAsync));
        routes.MapMethods($"{Root}/reminders/{{name}}", WriteVerbs, context => AnswerAsync(context, RegisterReminderAsync));
        routes.MapGet($"{Root}/reminders/{{name}}", context => AnswerAsync(context, GetReminderAsync));
        routes.MapDelete($"{Root}/reminders/{{name}}", context => AnswerAsync(context, UnregisterReminderAsync));
        routes.MapMethods($"{Root}/timers/{{name}}", WriteVerbs, context => AnswerAsync(context, RegisterTimerAsync));
        routes.MapDelete($"{Root}/timers/{{name}}", context => AnswerAsync(context, UnregisterTimerAsync));
    }

    private async Task InvokeAsync(HttpContext context, ActorKey actor)
    {
        var target = RawTarget.Target(context);
        var method = target[(target.IndexOf("/method/", StringComparison.Ordinal) + "/method/".Length)..];
        var call = new ActorCall(context.CallingApp(), actor, method, context.Request.Headers, await BodyAsync(context.Request, context.RequestAborted), context.Hop());
        var answer = await invoker.InvokeAsync(call, context.RequestAborted);
        foreach (var (name, values) in answer.Headers) context.Response.Headers[name] = values;
        context.Response.ContentLength = answer.Body.Length;
        await context.Response.Body.WriteAsync(answer.Body, context.RequestAborted);
    }

    private Task GetStateAsync(HttpContext context, ActorKey actor)
    {
        if (state.Get(context.CallingApp(), actor, RawTarget.Segment(context, 5)) is not { } entry)
        {
            context.Response.StatusCode = 204;
            return Task.CompletedTask;
        }

        if (entry.Expires is { } expires) context.Response.Headers["Metadata.ttlexpiretime"] = Rfc3339.Seconds(expires);
        return context.Response.WriteBodyAsync("application/json", entry.Value);
    }

    private async Task TransactAsync(HttpContext context, ActorKey actor)
    {
        using var body = await ReadJsonAsync(context);
        state.Transact(context.CallingApp(), actor, ActorRequestReader.ReadOperations(body.RootElement));
        context.Response.StatusCode = 204;
    }

    private async Task RegisterReminderAsync(HttpContext context, ActorKey actor)
    {
        using var body = await ReadJsonAsync(context);
        reminders.Register(context.CallingApp(), ActorRequestReader.ReadReminder(body.RootElement, Reminder(context, actor)));
        context.Response.StatusCode = 204;
    }

    private Task GetReminderAsync(HttpContext context, ActorKey actor)
    {
        var reminder = reminders.Get(context.CallingApp(), Reminder(context, actor));
        return context.Response.WriteJsonAsync(json => Write(json, reminder), newLine: true);
    }

    private Task UnregisterReminderAsync(HttpContext context, ActorKey actor)
    {
        reminders.Unregister(context.CallingApp(), Reminder(context, actor));
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private async Task RegisterTimerAsync(HttpContext context, ActorKey actor)
    {
        using var body = await ReadJsonAsync(context);
        timers.Register(context.CallingApp(), ActorRequestReader.ReadTimer(body.RootElement, actor, Segment(context, 5)));
        context.Response.StatusCode = 204;
    }

    private Task UnregisterTimerAsync(HttpContext context, ActorKey actor)
    {
        timers.Unregister(actor, Segment(context, 5));
        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static void Write(Utf8JsonWriter json, Reminder reminder)
    {
        json.WriteStartObject();
        json.WriteString("actorID", reminder.Key.Actor.Id);
        json.WriteString("actorType", reminder.Key.Actor.Type);
        if (reminder.Data is { } data)
        {
            json.WritePropertyName("data");
            json.WriteRawValue(data, skipInputValidation: true);
        }

        if (reminder.DueTime.Length > 0) json.WriteString("dueTime", reminder.DueTime);
        if (reminder.Schedule.Period is { } period) json.WriteString("period", period.ToString());
        json.WriteEndObject();
    }

    private static async Task AnswerAsync(HttpContext context, Func<HttpContext, ActorKey, Task> answer)
    {
        try
        {
            await answer(context, new ActorKey(Segment(context, 2), Segment(context, 3)));
        }
        catch (ActorException e)
        {
            throw e.ToDapr();
        }
    }

    private static Task<JsonDocument> ReadJsonAsync(HttpContext context) => RequestJson.ReadAsync(context, "failed deserializing HTTP body: ");

    private static async Task<ReadOnlyMemory<byte>> BodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength is { } length)
        {
            if (length == 0) return ReadOnlyMemory<byte>.Empty;
            var body = new byte[length];
            await request.Body.ReadExactlyAsync(body, cancellationToken);
            return body;
        }

        using var buffer = new MemoryStream();
        await request.Body.CopyToAsync(buffer, cancellationToken);
        return buffer.ToArray();
    }

    private static ReminderKey Reminder(HttpContext context, ActorKey actor) => new(actor, Segment(context, 5));

    private static string Segment(HttpContext context, int index) => RawTarget.Segment(context, index) is var name && name is not ("" or "." or "..")
        ? name
        : throw DaprException.Malformed("the type, the id and a name must not be empty or a dot segment");
}
