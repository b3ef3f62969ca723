using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Configuration.Notifiers;
using Athene.Notifier.Secrets;

namespace Athene.Notifier.Channels.Slack;

/// <summary>Slack's Web API, as a bot. It answers most errors with 200 and a word for what is wrong.</summary>
public sealed class SlackApi(SlackSettings settings, SecretReader secrets, ChannelHttp http, TimeProvider clock)
{
    // Slack's own trouble; every other error stays until somebody changes something.
    private static readonly string[] Passing = ["ratelimited", "rate_limited", "internal_error", "fatal_error", "service_unavailable", "request_timeout"];

    /// <returns>The answer, with its <c>ok</c> and <c>error</c>.</returns>
    public Task<SlackAnswer> PostAsync(string method, JsonObject body, CancellationToken cancellationToken) =>
        CallAsync(new HttpRequestMessage(HttpMethod.Post, AddressOf(method)) { Content = JsonContent.Create(body) }, cancellationToken);

    /// <param name="query">Names and values, which are escaped here.</param>
    public Task<SlackAnswer> GetAsync(string method, IReadOnlyDictionary<string, string> query, CancellationToken cancellationToken) =>
        CallAsync(
            new HttpRequestMessage(HttpMethod.Get, $"{AddressOf(method)}?{string.Join('&', query.Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"))}"),
            cancellationToken);

    /// <summary>What an error means for the next try.</summary>
    public static ChannelException Refusal(string error) => new($"Slack refused it: {error}{HintFor(error)}") { IsPermanent = !IsPassing(error) };

    /// <summary>Whether the same request may be taken later.</summary>
    public static bool IsPassing(string error) => Passing.Contains(error);

    private string AddressOf(string method) => $"{settings.ApiUrl.TrimEnd('/')}/{method}";

    private async Task<SlackAnswer> CallAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        using var request = message;
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await secrets.ReadAsync("token", settings.Token!, cancellationToken));
        var text = await http.SendAsync(request, clock, cancellationToken);
        try
        {
            var answer = JsonNode.Parse(text) as JsonObject ?? throw new JsonException("no object");
            return new SlackAnswer(answer["ok"]?.GetValue<bool>() is true ? null : answer["error"]?.GetValue<string>() ?? "no reason given", answer);
        }
        catch (Exception notSlack) when (notSlack is JsonException or InvalidOperationException)
        {
            throw new ChannelException("Slack's address answered with something else than Slack does", notSlack);
        }
    }

    private static string HintFor(string error) => error switch
    {
        "not_in_channel" => "; invite the bot to the channel",
        "channel_not_found" => "; check 'channel', and invite the bot to it",
        "invalid_auth" or "not_authed" or "token_revoked" or "account_inactive" => "; check 'token'",
        "missing_scope" => "; give the bot the scope chat:write",
        _ => "",
    };
}
