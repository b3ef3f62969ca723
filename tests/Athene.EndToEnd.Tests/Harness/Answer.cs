using System.Net;
using System.Text.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;

namespace Athene.EndToEnd.Tests.Harness;

/// <summary>An answer of the session service.</summary>
internal sealed record Answer(HttpStatusCode Status, string? Location, string Body)
{
    public T As<T>(HttpStatusCode expected = HttpStatusCode.OK)
    {
        Status.ShouldBe(expected, Body);
        return JsonSerializer.Deserialize<T>(Body, AtheneJson.Options)!;
    }

    /// <summary>The refusal; its type is what follows <c>…/errors/</c>.</summary>
    public ProblemDocument Problem(HttpStatusCode expected, string type)
    {
        Status.ShouldBe(expected, Body);
        var problem = JsonSerializer.Deserialize<ProblemDocument>(Body, AtheneJson.Options)!;
        problem.Type.ShouldBe(ErrorTypes.Prefix + type, Body);
        problem.Title.ShouldNotBeNullOrWhiteSpace();
        return problem;
    }
}
