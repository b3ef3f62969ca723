using System.Net;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>Asks again until there is an answer, as a person does whose command was cut off. What is asked must be the same thing when it is asked twice.</summary>
internal static class Persistently
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static Task<Answer> AskAsync(Func<Task<Answer>> ask) => Within.GetAsync(
        async () =>
        {
            try
            {
                var answer = await ask();
                return IsNone(answer) ? null : answer;
            }
            catch (HttpRequestException)
            {
                // The service died while it answered.
                return null;
            }
        },
        "an operation was answered",
        Patience);

    // Accepted: the wait was over before the operation was; asked again it is the same operation. Unavailable: the sidecar is being started again.
    private static bool IsNone(Answer answer) =>
        answer.Status is HttpStatusCode.ServiceUnavailable
        || (answer.Status is HttpStatusCode.Accepted && answer.Location?.Contains("/operations/", StringComparison.Ordinal) == true);
}
