using System.Globalization;
using Athene.Dapr.Workflow;

namespace Athene.Sidecar.Faults.App;

/// <summary>A workflow that does many things at once and adds up what they say: a step that is lost or counted twice shows in the sum.</summary>
internal static class Workflows
{
    public static void Register(WorkflowRuntimeOptions options, EffectLog effects)
    {
        options.RegisterWorkflow<int, long>("Fan", async (context, steps) =>
        {
            var squares = await Task.WhenAll(Enumerable.Range(1, steps).Select(step => context.CallActivityAsync<long>("Square", step)));
            return squares.Sum();
        });
        options.RegisterActivity<int, long>("Square", (context, step) =>
        {
            effects.Add("square", context.InstanceId, step.ToString(CultureInfo.InvariantCulture));
            return Task.FromResult((long)step * step);
        });
    }
}
