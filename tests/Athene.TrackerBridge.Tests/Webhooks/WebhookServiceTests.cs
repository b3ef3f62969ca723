using System.Net;
using System.Net.Http.Json;
using System.Text;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;
using Athene.TrackerBridge.Webhooks;

namespace Athene.TrackerBridge.Tests.Webhooks;

[Collection(WebhookBridgeCollection.Name)]
public sealed class WebhookServiceTests(WebhookBridge bridge)
{
    private const string Opened = """
        {"action":"opened","repository":{"full_name":"Acme/App"},"pull_request":{"number":42,"head":{"ref":"feat/x","sha":"abc123"}}}
        """;

    [Fact]
    public async Task Webhook_signed_isQueuedForItsProject()
    {
        var receipt = await TakenAsync(await bridge.GitHubAsync("pull_request", Opened, "d-1"));

        (receipt.Outcome, receipt.Event, receipt.Delivery).ShouldBe((WebhookOutcome.Queued, "pull_request", "d-1"));
        receipt.Projects.ShouldBe(["app"]);
    }

    [Fact]
    public async Task Webhook_deliveredAgain_isADuplicate()
    {
        await bridge.GitHubAsync("pull_request", Opened, "d-2");

        (await TakenAsync(await bridge.GitHubAsync("pull_request", Opened, "d-2"))).Outcome.ShouldBe(WebhookOutcome.Duplicate);
    }

    [Theory]
    [InlineData("ping", """{"zen":"…"}""")]
    [InlineData("nobody-knows-this", """{"repository":{"full_name":"acme/app"}}""")]
    [InlineData("pull_request", """{"action":"opened","repository":{"full_name":"acme/foreign"},"pull_request":{"number":42}}""")]
    [InlineData("pull_request", """{"action":"opened","repository":{"full_name":"acme/other"},"pull_request":{"number":42}}""")]
    public async Task Webhook_ofNoInterest_isAcceptedAndIgnored(string eventName, string body) =>
        (await TakenAsync(await bridge.GitHubAsync(eventName, body))).Outcome.ShouldBe(WebhookOutcome.Ignored);

    [Fact]
    public async Task Webhook_asForm_isUnderstood()
    {
        var body = $"payload={Uri.EscapeDataString(Opened)}";
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/github") { Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded") };
        request.Headers.Add("X-GitHub-Event", "pull_request");
        request.Headers.Add("X-Hub-Signature-256", WebhookBridge.Sign(body, WebhookBridge.Secret));

        (await TakenAsync(await bridge.Host.SendAsync(request))).Outcome.ShouldBe(WebhookOutcome.Queued);
    }

    [Fact]
    public async Task Webhook_whereTheProjectSays_isTakenAsItSays() =>
        (await TakenAsync(await bridge.OtherAsync("push", """{"ref":"refs/heads/x","after":"abc","repository":{"full_name":"acme/other"}}"""))).Projects.ShouldBe(["other"]);

    [Fact]
    public async Task Webhook_ofGitLab_isProvenByItsToken()
    {
        const string Merged = """{"object_kind":"merge_request","project":{"path_with_namespace":"acme/group/lab"},"object_attributes":{"iid":7,"action":"merge"}}""";

        (await TakenAsync(await bridge.GitLabAsync(Merged))).Projects.ShouldBe(["lab"]);
        await RefusedAsync(await bridge.GitLabAsync(Merged, "another"), HttpStatusCode.Unauthorized, ErrorTypes.WebhookUnverified);
        await RefusedAsync(await bridge.GitLabAsync(Merged, null), HttpStatusCode.Unauthorized, ErrorTypes.WebhookUnverified);
    }

    [Theory]
    [InlineData("sha256=0000000000000000000000000000000000000000000000000000000000000000")]
    [InlineData("sha256=00")]
    [InlineData("sha256=zz")]
    [InlineData("sha1=da39a3ee5e6b4b0d3255bfef95601890afd80709")]
    [InlineData("")]
    public async Task Webhook_wronglySigned_isRefused(string signature) => await RefusedAsync(
        await bridge.GitHubAsync("pull_request", Opened, signature: signature), HttpStatusCode.Unauthorized, ErrorTypes.WebhookUnverified);

    [Fact]
    public async Task Webhook_withoutASecretHere_isRefusedAndSaysHowToSetIt()
    {
        var problem = await RefusedAsync(
            await bridge.SendAsync("/hooks/bare", Opened, ("X-GitHub-Event", "pull_request"), ("X-Hub-Signature-256", WebhookBridge.Sign(Opened, ""))),
            HttpStatusCode.Unauthorized, ErrorTypes.WebhookUnverified);

        problem.Hint.ShouldNotBeNull().ShouldContain("NOBODY_SET_THIS");
        problem.Hint.ShouldContain("openssl rand");
    }

    [Theory]
    [InlineData("/hooks/off")]
    [InlineData("/hooks/nobody")]
    [InlineData("/webhooks/bitbucket")]
    public async Task Webhook_whereNoProjectHasItsOwn_isNotFound(string path) =>
        await RefusedAsync(await bridge.SendAsync(path, Opened), HttpStatusCode.NotFound, ErrorTypes.WebhookUnknown);

    [Theory]
    [InlineData("{\"action\":")]
    [InlineData("[1]")]
    [InlineData("42")]
    [InlineData("")]
    [InlineData("\u0000")]
    public async Task Webhook_thatIsNoJsonObject_isRefused(string body) =>
        await RefusedAsync(await bridge.GitHubAsync("pull_request", body), HttpStatusCode.BadRequest, ErrorTypes.WebhookInvalid);

    [Fact]
    public async Task Webhook_asFormOfTooManyFields_isRefused()
    {
        var body = string.Join('&', Enumerable.Range(0, 3000).Select(i => $"a{i}=1"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/github") { Content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded") };
        request.Headers.Add("X-GitHub-Event", "pull_request");
        request.Headers.Add("X-Hub-Signature-256", WebhookBridge.Sign(body, WebhookBridge.Secret));

        await RefusedAsync(await bridge.Host.SendAsync(request), HttpStatusCode.BadRequest, ErrorTypes.WebhookInvalid);
    }

    [Fact]
    public async Task Webhook_nestedWithoutEnd_isRefused()
    {
        var body = string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "1" + new string('}', 100_000);

        await RefusedAsync(await bridge.GitHubAsync("push", body), HttpStatusCode.BadRequest, ErrorTypes.WebhookInvalid);
    }

    [Fact]
    public async Task Webhook_withoutAnEvent_isRefused() => await RefusedAsync(
        await bridge.SendAsync("/webhooks/github", Opened, ("X-Hub-Signature-256", WebhookBridge.Sign(Opened, WebhookBridge.Secret))),
        HttpStatusCode.BadRequest, ErrorTypes.WebhookInvalid);

    [Fact]
    public async Task Webhook_overTheLimitOfItsProject_isTooLarge() => await RefusedAsync(
        await bridge.OtherAsync("push", $$"""{"a":"{{new string('x', 1000)}}"}"""), HttpStatusCode.RequestEntityTooLarge, ErrorTypes.WebhookTooLarge);

    [Fact]
    public async Task Webhook_of10MegabytesInPieces_isTooLargeBeforeItsEnd()
    {
        using var body = new EndlessBody(10 * 1024 * 1024);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/webhooks/github") { Content = body };
        request.Headers.TransferEncodingChunked = true;

        await RefusedAsync(await bridge.Host.SendAsync(request), HttpStatusCode.RequestEntityTooLarge, ErrorTypes.WebhookTooLarge);
    }

    private static async Task<WebhookReceipt> TakenAsync(HttpResponseMessage response)
    {
        response.StatusCode.ShouldBe(HttpStatusCode.Accepted, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<WebhookReceipt>(AtheneJson.Options)).ShouldNotBeNull();
    }

    private static async Task<ProblemDocument> RefusedAsync(HttpResponseMessage response, HttpStatusCode status, string type)
    {
        response.StatusCode.ShouldBe(status, await response.Content.ReadAsStringAsync());
        var problem = (await response.Content.ReadFromJsonAsync<ProblemDocument>(AtheneJson.Options)).ShouldNotBeNull();
        problem.Type.ShouldBe(type);
        return problem;
    }
}
