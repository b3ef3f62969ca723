using Athene.Dapr.Protocol;
using Athene.Dapr.Workflow;
using Athene.Dapr.Workflow.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Athene.Sidecar.Tests.Workflows.Properties;

/// <summary>
/// One plan, carried out by the real worker's code against a real engine on its file, step by step on one thread: with the
/// same seed the same happens. Between any two steps the sidecar may crash, the stream may break, and answers may come late,
/// twice or never.
/// </summary>
public sealed class Trial : IDisposable
{
    private const string Id = "trial";
    private const int MaxSteps = 5_000;

    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(3);

    private readonly Plan plan;
    private readonly Random? chaos;
    private readonly Random order;
    private readonly FakeTimeProvider clock = new();
    private readonly Ledger ledger = new();
    private readonly ServiceProvider services;
    private readonly WorkItemRunner worker;
    private readonly EngineHost host;
    private readonly Queue<string> events;
    private readonly List<WorkItem> inHand = [];
    private readonly List<WorkItem> leftOver = [];

    /// <param name="chaos">Where to go wrong; null for an undisturbed run.</param>
    public Trial(Plan plan, int? chaos)
    {
        this.plan = plan;
        this.chaos = chaos is { } seed ? new Random(seed) : null;
        order = new Random(chaos ?? 0);
        events = new Queue<string>(PlanWorkflow.EventsOf(plan));
        var collection = new ServiceCollection();
        collection.AddDaprWorkflow(options => PlanWorkflow.Register(options, ledger));
        services = collection.BuildServiceProvider();
        worker = services.GetRequiredService<WorkItemRunner>();
        host = new EngineHost(clock);
    }

    public async Task<Outcome> RunAsync()
    {
        host.Engine.Create(new CreateInstanceRequest { InstanceId = Id, Name = PlanWorkflow.Name, Input = WorkflowJson.Serialize(new PlanWorkflow.Input(plan, 1, "")) });
        for (var step = 0; !IsDone(); step++)
        {
            if (step == MaxSteps) throw new InvalidOperationException($"The workflow is stuck: {host.Engine.Find(Id)}");
            if (chaos is not null) await DisturbAsync(chaos);
            await StepAsync();
        }

        HistoryCheck.IsConsistent(host.Engine.History(Id));
        var state = host.Engine.Find(Id)!;
        return new Outcome(
            state.WorkflowStatus, state.Output, state.CustomStatus, state.FailureDetails?.ErrorMessage,
            string.Join("\n", ledger.Effects.Where(effect => !effect.Key.EndsWith("abandoned", StringComparison.Ordinal)).Select(effect => $"{effect.Key} {effect.Value}")));
    }

    public void Dispose()
    {
        host.Dispose();
        services.Dispose();
    }

    private bool IsDone() => host.Engine.Find(Id)!.WorkflowStatus is not (OrchestrationStatus.Running or OrchestrationStatus.Pending);

    private async Task StepAsync()
    {
        while (host.Worker.Items.TryRead(out var item)) inHand.Add(OverTheWire(item));
        if (events.Count > 0 && order.Next(2) == 0) Raise(events.Dequeue());
        else if (inHand.Count > 0) await AnswerAsync(Take(inHand));
        else if (events.Count > 0) Raise(events.Dequeue());
        else clock.Advance(Idle);
    }

    private void Raise(string name) => host.Engine.Raise(new RaiseEventRequest { InstanceId = Id, Name = name, Input = WorkflowJson.Serialize(name) });

    private async Task AnswerAsync(WorkItem item)
    {
        if (item.WorkflowRequest is { } turn)
        {
            var answer = await worker.RunAsync(turn);
            answer.CompletionToken = item.CompletionToken;
            host.Engine.CompleteTurn(answer);
        }
        else
        {
            host.Engine.CompleteActivity(await worker.RunAsync(item.ActivityRequest));
        }
    }

    private async Task DisturbAsync(Random dice)
    {
        switch (dice.Next(40))
        {
            case 0:
                host.Crash();
                LeaveInHand(dice, survivesSidecar: true);
                break;
            case 1 or 2:
                host.BreakStream();
                LeaveInHand(dice, survivesSidecar: false);
                break;
            case 3 or 4 or 5 when leftOver.Count > 0:
                await AnswerAsync(Take(leftOver));
                break;
            case 6 when inHand.Find(CanBeAnsweredTwice) is { } item:
                await AnswerAsync(item.Clone());
                break;
        }
    }

    /// <summary>Dapr's protocol cannot tell two answers to one turn from answers to two turns, unless the turn has a token; nor those to activities of two executions.</summary>
    private bool CanBeAnsweredTwice(WorkItem item) => item.ActivityRequest is null ? item.CompletionToken.Length > 0 : plan.Rounds == 1;

    /// <summary>The stream is gone; the worker may still work on what it had, and answer it by and by.</summary>
    private void LeaveInHand(Random dice, bool survivesSidecar)
    {
        // Which execution an activity belongs to is known only while the sidecar lives.
        var kept = inHand.Where(item => item.WorkflowRequest is not null || !survivesSidecar || plan.Rounds == 1).Where(_ => dice.Next(2) == 0);
        leftOver.AddRange(kept);
        inHand.Clear();
    }

    private WorkItem Take(List<WorkItem> items)
    {
        var index = order.Next(items.Count);
        var item = items[index];
        items.RemoveAt(index);
        return item;
    }

    private static WorkItem OverTheWire(WorkItem item) => WorkItem.Parser.ParseFrom(Google.Protobuf.MessageExtensions.ToByteArray(item));
}
