using System.Net;
using System.Text.Json;
using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.Linear;

/// <summary>Linear's GraphQL API. What fails in passing is tried again; what it refuses comes back as an <see cref="AtheneException"/> that says why.</summary>
public sealed class LinearApi(HttpClient http, LinearCredentials credentials, TimeProvider time)
{
    private const int Attempts = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    /// <summary>Whoever asks does not wait longer than this for a limit to pass.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Reads the field <paramref name="field"/> of the answer to a query.</summary>
    internal async Task<T> QueryAsync<T>(string? apiUrl, string query, object variables, string field, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var pause = Pause * attempt;
            try
            {
                using var response = await SendAsync(apiUrl, query, variables, cancellationToken);
                var answer = await ReadAsync(response, cancellationToken);
                if (attempt == Attempts || !MayPass(response, answer)) return FieldOf<T>(response, answer, field);
                pause = response.Headers.RetryAfter?.Delta ?? pause;
                if (pause > LongestPause) throw LinearProblems.Of(response, answer?.Error);
            }
            catch (AtheneException unreachable) when (unreachable.InnerException is not null && attempt < Attempts)
            {
                // Nobody answered; the next attempt says so when it is the last.
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    /// <summary>Changes something, once: a change that was answered with nothing may have been made.</summary>
    internal async Task<T> ChangeAsync<T>(string? apiUrl, string mutation, object variables, string field, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(apiUrl, mutation, variables, cancellationToken);
        return FieldOf<T>(response, await ReadAsync(response, cancellationToken), field);
    }

    private async Task<HttpResponseMessage> SendAsync(string? apiUrl, string query, object variables, CancellationToken cancellationToken)
    {
        var api = credentials.ApiOf(apiUrl);
        using var request = new HttpRequestMessage(HttpMethod.Post, api) { Content = JsonContent.Create(new { query, variables }, options: Json) };
        request.Headers.UserAgent.ParseAdd("athene");
        request.Headers.TryAddWithoutValidation("Authorization", await credentials.KeyForAsync(api, cancellationToken));
        try
        {
            return await http.SendAsync(request, cancellationToken);
        }
        catch (Exception failure) when (failure is HttpRequestException || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw LinearProblems.Unreachable(api, failure);
        }
    }

    private static async Task<LinearAnswer?> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize<LinearAnswer>(await response.Content.ReadAsStringAsync(cancellationToken), Json);
        }
        catch (JsonException)
        {
            // A proxy's page, not Linear's answer: the status is all that can be told.
            return null;
        }
    }

    private static bool MayPass(HttpResponseMessage response, LinearAnswer? answer) =>
        response.StatusCode is HttpStatusCode.RequestTimeout or >= HttpStatusCode.InternalServerError
        || LinearProblems.IsRateLimit(response, answer?.Error);

    private static T FieldOf<T>(HttpResponseMessage response, LinearAnswer? answer, string field)
    {
        if (!response.IsSuccessStatusCode || answer?.Error is not null || answer?.Data is not { ValueKind: JsonValueKind.Object } data)
            throw LinearProblems.Of(response, answer?.Error);
        return data.TryGetProperty(field, out var value) && value.Deserialize<T>(Json) is { } read ? read : throw LinearProblems.Of(response, null);
    }
}
