using System.Diagnostics;
using Athene.Dapr.Protocol;
using Microsoft.Extensions.DependencyInjection;

namespace Athene.Dapr.Tests.Workflow;

public sealed class ActivityTests
{
    private const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    [Fact]
    public async Task Activity_gets_its_services_from_a_scope_of_its_own_that_ends_with_it()
    {
        var runner = Runners.Of(
            options => options.RegisterActivity<NamingActivity>(),
            services => services.AddScoped<Ledger>());

        var first = await runner.RunAsync(Call("NamingActivity"));
        var second = await runner.RunAsync(Call("NamingActivity"));

        first.FailureDetails.ShouldBeNull();
        first.Result.ShouldNotBe(second.Result);
        Ledger.Closed.ShouldContain(first.Result!.Trim('"'));
    }

    [Fact]
    public async Task Activity_knows_its_name_its_instance_and_a_key_of_its_execution()
    {
        var runner = Runners.Of(options => options.RegisterActivity<string?, string>(
            "Name", (context, _) => Task.FromResult($"{context.Identifier} {context.InstanceId} {context.TaskExecutionKey}")));

        (await runner.RunAsync(Call("Name"))).Result.ShouldBe("\"Name instance-1 execution-1\"");
    }

    [Fact]
    public async Task Activity_runs_in_the_trace_that_the_sidecar_names()
    {
        var runner = Runners.Of(options => options.RegisterActivity<string?, string?>("Trace", (_, _) => Task.FromResult(Activity.Current?.Id)));
        var call = Call("Trace");
        call.ParentTraceContext = new TraceContext { TraceParent = TraceParent };

        var answer = await runner.RunAsync(call);

        answer.Result.ShouldStartWith("\"00-0af7651916cd43dd8448eb211c80319c-");
    }

    [Fact]
    public async Task Activity_that_cannot_be_made_fails_with_the_reason()
    {
        var runner = Runners.Of(options => options.RegisterActivity<NamingActivity>());

        var answer = await runner.RunAsync(Call("NamingActivity"));

        answer.FailureDetails.ErrorMessage.ShouldContain(nameof(Ledger));
    }

    private static ActivityRequest Call(string name) => new()
    {
        Name = name,
        TaskExecutionId = "execution-1",
        WorkflowInstance = new WorkflowInstance { InstanceId = "instance-1" },
    };

    private sealed class Ledger : IDisposable
    {
        public static List<string> Closed { get; } = [];

        public string Name { get; } = $"{Guid.NewGuid():N}";

        public void Dispose() => Closed.Add(Name);
    }

    private sealed class NamingActivity(Ledger ledger) : WorkflowActivity<string?, string>
    {
        public override Task<string> RunAsync(WorkflowActivityContext context, string? input) => Task.FromResult(ledger.Name);
    }
}
