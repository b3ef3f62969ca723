using System.Net;
using System.Net.Http.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;

namespace Athene.Configuration.Tests.Hosting;

public sealed class ProblemTests
{
    [Fact]
    public async Task Error_with_a_name_keeps_its_status_type_and_hint_and_gets_the_trace_id()
    {
        await using var service = await SampleService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/missing")
        {
            Headers = { { "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" } },
        };

        var response = await service.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ReadAsync(response)).ShouldBe(new ProblemDocument(
            ErrorTypes.SessionNotFound,
            "There is no session 'app-9'.",
            404,
            Hint: "See 'athene ls'.",
            TraceId: "0af7651916cd43dd8448eb211c80319c"));
    }

    [Fact]
    public async Task Error_that_nobody_foresaw_tells_nothing_of_its_insides()
    {
        await using var service = await SampleService.StartAsync();

        var response = await service.SendAsync(HttpMethod.Get, "/broken");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain(ErrorTypes.Internal);
        text.ShouldNotContain("inside story");
    }

    [Theory]
    [InlineData("{ \"text\": ")]
    [InlineData("{ \"text\": \"x\", \"state\": \"lazy\" }")]
    [InlineData("")]
    public async Task Body_that_cannot_be_read_is_a_bad_request(string json)
    {
        await using var service = await SampleService.StartAsync();

        var response = await service.SendAsync(HttpMethod.Post, "/echo", json: json);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ReadAsync(response)).Type.ShouldBe(ErrorTypes.RequestInvalid);
    }

    [Fact]
    public async Task Address_that_is_not_there_is_a_problem_too()
    {
        await using var service = await SampleService.StartAsync();

        var response = await service.SendAsync(HttpMethod.Get, "/nowhere");

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await ReadAsync(response)).Title.ShouldBe("GET /nowhere: Not Found.");
    }

    [Fact]
    public async Task Bodies_have_camel_case_members_and_snake_case_words()
    {
        await using var service = await SampleService.StartAsync();

        var response = await service.SendAsync(HttpMethod.Post, "/echo", json: """{ "text": "ü<", "state": "needs_input" }""");

        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"text":"ü<","state":"needs_input"}""");
    }

    private static async Task<ProblemDocument> ReadAsync(HttpResponseMessage response)
    {
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        return (await response.Content.ReadFromJsonAsync<ProblemDocument>(AtheneJson.Options)).ShouldNotBeNull();
    }
}
