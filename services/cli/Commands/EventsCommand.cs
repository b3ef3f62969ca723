using System.CommandLine;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Events;

namespace Athene.Cli.Commands;

/// <summary><c>athene events [ID]</c>: what happened, and with <c>--follow</c> what happens.</summary>
internal sealed class EventsCommand : CliCommand
{
    private static readonly TimeSpan ReconnectAfter = TimeSpan.FromMilliseconds(200);

    private readonly Argument<string?> id = new("ID") { Description = "Only this session's events.", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?> kind = new("--kind") { Description = "Only this kind, such as session.spawned." };
    private readonly Option<string?> since = new("--since") { Description = "From this time on, or so long ago: 10m, 2h, 2026-01-31T12:00:00Z." };
    private readonly Option<bool> follow = new("--follow", "-f") { Description = "Go on with what happens, until interrupted." };

    public EventsCommand(CliContext context) : base(context, "events", "Show what happened.")
    {
        Arguments.Add(id);
        Options.Add(kind);
        Options.Add(since);
        Options.Add(follow);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        using var api = SessionApi.Connect(Context);
        var filter = new EventFilter(parse.GetValue(id), parse.GetValue(kind), Since(parse.GetValue(since)));
        var history = await api.GetAsync<EventList>($"v1/events{filter.Query()}", cancellationToken);
        if (!parse.GetValue(follow))
        {
            output.Answer(history, writer =>
            {
                foreach (var entry in history.Data) writer.WriteLine(EventLine.Of(entry, output.Style));
            });
            return ExitCode.Done;
        }

        foreach (var entry in history.Data) Write(entry, output);
        await FollowAsync(api, filter, history.Data is [.., var last] ? last.Id : null, output, cancellationToken);
        return ExitCode.Done;
    }

    private async Task FollowAsync(SessionApi api, EventFilter filter, long? lastId, CommandOutput output, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var response = await api.OpenStreamAsync(
                $"v1/events/stream{filter.Query()}", lastId?.ToString(CultureInfo.InvariantCulture), cancellationToken);
            try
            {
                await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
                await foreach (var item in SseParser.Create(stream).EnumerateAsync(cancellationToken))
                {
                    if (Parse(item.Data) is not { } entry || entry.Id <= lastId) continue;
                    lastId = entry.Id;
                    if (filter.Matches(entry)) Write(entry, output);
                }
            }
            catch (IOException error)
            {
                output.Progress($"The stream broke off ({error.Message}); connecting again.");
            }

            // The service was restarted, or closed a quiet stream: go on after the last event that was seen.
            await Task.Delay(ReconnectAfter, Context.Time, cancellationToken);
        }
    }

    private static EventDocument? Parse(string data) => data.StartsWith('{')
        ? JsonSerializer.Deserialize(data, (JsonTypeInfo<EventDocument>)CliJson.Options.GetTypeInfo(typeof(EventDocument)))
        : null;

    private static void Write(EventDocument entry, CommandOutput output) =>
        output.Line(entry, writer => writer.WriteLine(EventLine.Of(entry, output.Style)));

    private DateTimeOffset? Since(string? text) => text is null
        ? null
        : Age.PointInTime(text, Context.Time.GetUtcNow()) ?? throw Problems.Usage(
            $"'{text}' is not a time.", "Give one like 2026-01-31T12:00:00Z, or how long ago: 30s, 10m, 2h, 3d.");
}
