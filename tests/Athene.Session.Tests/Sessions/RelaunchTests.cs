using Athene.Session.Agents;
using Athene.Session.Records;
using Athene.Session.Sessions;

namespace Athene.Session.Tests.Sessions;

public sealed class RelaunchTests
{
    private const string Restore = "restore-app-1-1";

    private static readonly SessionRecord Before = Samples.Session() with { NativeSessionId = "old" };

    [Fact]
    public void Prepared_freshStart_namesTheNewConversationAndKeepsTheOld()
    {
        var prepared = Afresh();

        (prepared.NativeSessionId, prepared.EarlierNativeSessionId, prepared.LaunchId).ShouldBe(("new", "old", Restore));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("spawn-1")]
    public void Failed_freshStart_hasItsOldConversationAgain(string? runningLaunch) =>
        Failed(Afresh(), runningLaunch).ShouldBe(("old", null));

    [Fact]
    public void Failed_newRunThatCouldNotBeEnded_keepsItsConversation() => Failed(Afresh(), Restore).ShouldBe(("new", null));

    [Fact]
    public void Failed_beforeAnythingWasPrepared_changesNothing() => Failed(Before, null).ShouldBe(("old", null));

    [Fact]
    public void Failed_conversationThatWasNeverKnown_keepsTheNewOne() =>
        Failed(Afresh(Before with { NativeSessionId = null }), null).ShouldBe(("new", null));

    private static SessionRecord Afresh(SessionRecord? before = null) => Relaunch.Prepared(before ?? Before, Restore, new ResumeChoice(null!, "new", Resumes: false, "gone"));

    private static (string? Now, string? Earlier) Failed(SessionRecord session, string? runningLaunch)
    {
        var failed = Relaunch.Failed(session, Restore, runningLaunch);
        return (failed.NativeSessionId, failed.EarlierNativeSessionId);
    }
}
