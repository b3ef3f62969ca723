namespace Athene.Dapr.Foreign;

/// <summary>The JavaScript SDK's workflow client and worker. The scripts are in <c>JavaScript/workflow.js</c>.</summary>
public sealed class WorkflowTests : ForeignTest
{
    [Theory]
    [InlineData("chain", "12")]
    [InlineData("fanOut", "380")]
    [InlineData("timer", "true")]
    [InlineData("eventTimeout", "\"timed out\"")]
    [InlineData("child", "20")]
    [InlineData("retry", "[3,2]")]
    [InlineData("continueAsNew", "\"lift-off\"")]
    [InlineData("event", """{"approval":{"by":"me"}}""")]
    [InlineData("workerRestart", """{"approval":2}""")]
    [InlineData("suspendAndResume", """{"approval":1}""")]
    public async Task Workflow_completes_with_its_result(string story, string output) =>
        (await RunAsync("workflow.js", story)).ShouldBe($$"""{"status":"COMPLETED","output":{{output}}}""");

    [Fact]
    public async Task Failed_activity_fails_the_workflow_with_its_message() =>
        (await RunAsync("workflow.js", "failure")).ShouldContain("failure 1");

    [Fact]
    public async Task Custom_status_is_seen_while_the_workflow_waits() =>
        (await RunAsync("workflow.js", "customStatus")).ShouldBe("""{"custom":"half way","end":{"status":"COMPLETED","output":"done"}}""");

    [Fact]
    public async Task Terminated_workflow_is_purged() =>
        (await RunAsync("workflow.js", "terminateAndPurge")).ShouldBe("""{"status":"TERMINATED","purged":true,"after":null}""");

    [Fact]
    public async Task Workflow_keeps_the_id_it_is_given() =>
        (await RunAsync("workflow.js", "givenId")).ShouldBe("""{"id":"my-id","name":"chain","input":"1","created":true}""");

    [Fact]
    public async Task Workflow_scheduled_for_later_does_not_start_early() =>
        (await RunAsync("workflow.js", "later")).ShouldBe("""{"notEarly":true,"end":{"status":"COMPLETED","output":4}}""");
}
