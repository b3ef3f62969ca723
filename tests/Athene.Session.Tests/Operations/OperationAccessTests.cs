using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.Hosting.Callers;
using Athene.Session.Operations;
using Athene.Session.Workflows;

namespace Athene.Session.Tests.Operations;

public sealed class OperationAccessTests : ISessionDirectory
{
    private static readonly Caller Orchestrator = Caller.Session(new SessionToken("app-orchestrator", "spawn-1")) with { ProjectId = "app" };

    [Theory]
    [InlineData("kill-app-1")]
    [InlineData("restore-app-1-2")]
    [InlineData("spawn-0123456789abcdef")]
    public Task Require_ownOperationOrOneThatCannotBeGuessed_lets(string id) => RequireAsync(Orchestrator, id);

    [Theory]
    [InlineData("kill-other-1")]
    [InlineData("restore-other-1-2")]
    [InlineData("claim-other-1-0123456789abcdef")]
    [InlineData("kill-gone-1")]
    public async Task Require_operationOfAnotherProject_doesNotExistForAnAgent(string id)
    {
        (await Should.ThrowAsync<AtheneException>(() => RequireAsync(Orchestrator, id))).Type.ShouldBe(ErrorTypes.OperationNotFound);
        await RequireAsync(Caller.Owner, id);
    }

    [Fact]
    public void SessionOf_namesWithDashes_areWhole()
    {
        OperationKinds.SessionOf(OperationKinds.RestoreOf("my-app-7", 12)).ShouldBe("my-app-7");
        OperationKinds.SessionOf(OperationKinds.NewClaimOf("my-app-7")).ShouldBe("my-app-7");
        OperationKinds.SessionOf(OperationKinds.KillOf("my-app-7")).ShouldBe("my-app-7");
        OperationKinds.SessionOf("kill").ShouldBeNull();
    }

    Task<SessionPlace?> ISessionDirectory.FindAsync(string sessionId, CancellationToken cancellationToken) => Task.FromResult(
        sessionId.StartsWith("gone", StringComparison.Ordinal) ? null : new SessionPlace(sessionId.Split('-')[0], "spawn-1", IsOrchestrator: false, HasEnded: false));

    private Task RequireAsync(Caller caller, string id) => new OperationAccess(this).RequireAsync(caller, id, CancellationToken.None);
}
