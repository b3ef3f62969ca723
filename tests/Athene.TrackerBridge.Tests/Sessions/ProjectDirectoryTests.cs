using Athene.Contracts.Projects;
using Athene.TrackerBridge.Sessions;
using Microsoft.Extensions.Logging.Abstractions;

namespace Athene.TrackerBridge.Tests.Sessions;

public sealed class ProjectDirectoryTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider clock = new(Watching.Samples.Start);
    private readonly SessionsInMemory sessions = new();
    private readonly ProjectDirectory directory;

    public ProjectDirectoryTests() => directory = new ProjectDirectory(sessions, clock, NullLogger<ProjectDirectory>.Instance);

    public void Dispose() => directory.Dispose();

    [Fact]
    public async Task ListAsync_sessionServiceThatHangs_isWhatItLastToldAfterTwoSeconds()
    {
        await directory.ListAsync(CancellationToken.None);
        sessions.Projects = HangAsync;
        clock.Advance(TimeSpan.FromMinutes(1));

        var listing = directory.ListAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(2));

        (await listing.WaitAsync(Limit)).ShouldHaveSingleItem().Id.ShouldBe("app");
    }

    [Fact]
    public async Task ListAsync_sessionServiceThatHangsFromTheStart_isRefused()
    {
        sessions.Projects = HangAsync;

        var listing = directory.ListAsync(CancellationToken.None);
        clock.Advance(TimeSpan.FromSeconds(10));

        await Should.ThrowAsync<HttpRequestException>(() => listing.WaitAsync(Limit));
    }

    private static async Task<IReadOnlyList<ProjectDocument>> HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken);
        return [];
    }
}
