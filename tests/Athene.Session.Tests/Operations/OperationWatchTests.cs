using Athene.Session.Operations;

namespace Athene.Session.Tests.Operations;

public sealed class OperationWatchTests
{
    private readonly OperationWatch watch = new();

    [Fact]
    public async Task Next_afterAMove_isTheOneAfterThat()
    {
        var moved = watch.NextAsync("kill-app-1");
        moved.IsCompleted.ShouldBeFalse();

        watch.Signal("kill-app-1");

        await moved;
        watch.NextAsync("kill-app-1").IsCompleted.ShouldBeFalse();
    }
}
