using System.Net;
using System.Net.Http.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;
using Athene.Lifecycle.Cleaning;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Sessions;

namespace Athene.Lifecycle.Tests.Effects;

/// <summary>A message to an agent whose session may be at its end.</summary>
public sealed class TellAgentCarrierTests
{
    private static readonly SupervisionState AtWork = new() { SessionId = "app-1", Session = Sample.SessionWithPullRequest() };

    [Fact]
    public async Task Message_for_a_session_whose_end_is_decided_is_skipped_and_not_sent() =>
        (await TellAsync(AtWork with { Cleanup = new CleanupWatch(Sample.Now, "moment") }, new Refusing(ErrorTypes.Internal))).ShouldBeOfType<EffectSkipped>();

    [Fact]
    public async Task Message_that_the_session_service_refuses_for_an_ended_session_is_skipped() =>
        (await TellAsync(AtWork, new Refusing(ErrorTypes.SessionTerminated))).ShouldBeOfType<EffectSkipped>();

    [Fact]
    public async Task Message_that_is_refused_for_another_reason_is_no_matter_of_the_end() =>
        await Should.ThrowAsync<AtheneException>(() => TellAsync(AtWork, new Refusing(ErrorTypes.MessageQueueFull)));

    private static async Task<Outcome> TellAsync(SupervisionState state, HttpMessageHandler answers)
    {
        using var client = new HttpClient(answers) { BaseAddress = new Uri("http://session") };
        return await ((ICarrier)new TellAgentCarrier(new SessionService(client)))
            .CarryOutAsync(new PendingEffect("app-1-message-1", new TellAgent("Go on."), "ci-failed"), state, CancellationToken.None);
    }

    /// <summary>A session service that refuses everything.</summary>
    private sealed class Refusing(string type) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.Conflict)
            {
                Content = JsonContent.Create(new ProblemDocument(type, "Refused.", 409), new("application/problem+json"), AtheneJson.Options),
            });
    }
}
