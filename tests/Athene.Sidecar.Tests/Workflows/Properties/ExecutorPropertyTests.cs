using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace Athene.Sidecar.Tests.Workflows.Properties;

/// <summary>Random workflows, disturbed at random points, come to what they come to undisturbed.</summary>
public sealed class ExecutorPropertyTests(ITestOutputHelper output)
{
    private const ulong Seed = 1803;
    private const ulong Gamma = 2027;
    private const int Cases = 300;

    [Fact]
    public void Workflow_comes_to_the_same_whatever_crashes()
    {
        output.WriteLine($"{Cases} cases from seed ({Seed}, {Gamma})");
        var cases = from plan in PlanGenerator.Plans.Generator from chaos in Gen.Choose(0, int.MaxValue) select (plan, chaos);
        var arbitrary = Arb.From(cases, pair => PlanGenerator.Plans.Shrinker(pair.plan).Select(plan => (plan, pair.chaos)));
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases).WithReplay(Seed, Gamma).WithQuietOnSuccess(true),
            Prop.ForAll(arbitrary, pair => Run(pair.plan, pair.chaos).ShouldBe(Run(pair.plan, null), $"plan {pair.plan}, chaos {pair.chaos}")));
    }

    private static Outcome Run(Plan plan, int? chaos)
    {
        using var trial = new Trial(plan, chaos);
        return trial.RunAsync().GetAwaiter().GetResult();
    }
}
