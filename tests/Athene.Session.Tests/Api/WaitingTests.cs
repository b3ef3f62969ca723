using Athene.Session.Operations;
using Microsoft.AspNetCore.Http;

namespace Athene.Session.Tests.Api;

public sealed class WaitingTests
{
    [Theory]
    [InlineData("wait=5", 5)]
    [InlineData("WAIT=2.5", 2.5)]
    [InlineData("respond-async, wait=7", 7)]
    [InlineData("respond-async; wait=7", 7)]
    [InlineData("wait=100000", 60)]
    [InlineData("wait=0", 0)]
    public void Of_preference_isItsTimeUpToTheLongest(string header, double seconds) =>
        Waiting.Of(Request(header)).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("respond-async")]
    [InlineData("wait=soon")]
    [InlineData("wait=-1")]
    [InlineData("wait=NaN")]
    public void Of_noUsablePreference_isNothing(string? header) => Waiting.Of(Request(header)).ShouldBeNull();

    private static HttpRequest Request(string? header)
    {
        var context = new DefaultHttpContext();
        if (header is not null) context.Request.Headers["Prefer"] = header;
        return context.Request;
    }
}
