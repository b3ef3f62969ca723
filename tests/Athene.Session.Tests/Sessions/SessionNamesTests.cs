using Athene.Contracts.Sessions;
using Athene.Session.Sessions;

namespace Athene.Session.Tests.Sessions;

public sealed class SessionNamesTests
{
    [Theory]
    [InlineData("app", "app-1", SessionKind.Worker)]
    [InlineData("app", "app-orchestrator", SessionKind.Orchestrator)]
    [InlineData("app", "app-orchestrator-3", SessionKind.Orchestrator)]
    [InlineData("app", "app-orchestrator-x", SessionKind.Worker)]
    [InlineData("app-orchestrator", "app-orchestrator-3", SessionKind.Worker)]
    [InlineData("web", "app-orchestrator", SessionKind.Worker)]
    public void KindOf_name_isThatOfItsProject(string prefix, string sessionId, SessionKind kind) =>
        SessionNames.KindOf(prefix, sessionId).ShouldBe(kind);
}
