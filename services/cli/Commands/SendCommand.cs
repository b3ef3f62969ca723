using System.CommandLine;
using System.Text.Json;
using Athene.Cli.Api;
using Athene.Cli.Output;
using Athene.Contracts.Errors;
using Athene.Contracts.Messages;

namespace Athene.Cli.Commands;

/// <summary><c>athene send ID TEXT</c>: a message to an agent, delivered once.</summary>
internal sealed class SendCommand : CliCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string> id = new("ID") { Description = "The session." };
    private readonly Argument<string[]> text = new("TEXT") { Description = "The message; - reads it from standard input.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> wait = new("--wait") { Description = "Wait until the agent has it, or it is clear that it has not." };

    public SendCommand(CliContext context) : base(context, "send", "Send a message to an agent.")
    {
        Arguments.Add(id);
        Arguments.Add(text);
        Options.Add(wait);
    }

    protected override async Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var session = parse.GetRequiredValue(id);
        var request = new MessageRequest(await TextAsync(parse.GetRequiredValue(text), cancellationToken), Guid.CreateVersion7().ToString());
        using var api = SessionApi.Connect(Context);
        // The id makes a repetition after a broken connection the same message.
        var message = await api.PostAsync<MessageRequest, MessageDocument>(
            SessionPath.Of(session, "/messages"), request, cancellationToken, idempotencyKey: request.Id);
        if (parse.GetValue(wait)) message = await SettledAsync(api, session, message, cancellationToken);
        if (message.State is MessageState.Failed)
        {
            throw new AtheneException(
                ErrorTypes.RuntimeFailed, 500, $"The message to {session} was not delivered: {message.Error ?? "no reason given"}",
                $"Look at its screen: athene output {session}", session);
        }

        output.Answer(message, writer => writer.WriteLine($"{message.MessageId}  {InWords(message.State)}"));
        return ExitCode.Done;
    }

    private async Task<string> TextAsync(string[] words, CancellationToken cancellationToken)
    {
        var message = words is [StandardInput] ? (await Context.In.ReadToEndAsync(cancellationToken)).TrimEnd('\n') : string.Join(' ', words);
        return string.IsNullOrWhiteSpace(message) ? throw Problems.Usage("The message is empty.", "Give a text, or - to read it from standard input.") : message;
    }

    private static async Task<MessageDocument> SettledAsync(SessionApi api, string session, MessageDocument message, CancellationToken cancellationToken)
    {
        if (IsSettled(message)) return message;
        var path = SessionPath.Of(session, $"/messages/{Uri.EscapeDataString(message.MessageId)}");
        await foreach (var now in api.WatchAsync<MessageDocument>(path, cancellationToken))
        {
            message = now;
            if (IsSettled(now)) break;
        }

        return message;
    }

    private static bool IsSettled(MessageDocument message) => !message.Pending && message.State is not (MessageState.Queued or MessageState.Pasted);

    private static string InWords(MessageState state) => state switch
    {
        MessageState.Queued => "queued; it is delivered as soon as the agent can take it",
        MessageState.Unconfirmed => "sent, but the agent did not confirm it",
        _ => JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString()),
    };
}
