using FsCheck;
using FsCheck.Fluent;

namespace Athene.Sidecar.Tests.Workflows.Properties;

/// <summary>Makes random plans, and smaller ones of a plan that failed.</summary>
public static class PlanGenerator
{
    private const int MaxDepth = 2;

    public static Arbitrary<Plan> Plans { get; } = Arb.From(
        from steps in Gen.NonEmptyListOf(Steps(MaxDepth, isAlone: true)).Resize(6)
        from rounds in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 3)))
        from fails in Gen.Frequency((5, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Plan([.. steps], rounds, fails),
        Smaller);

    /// <param name="isAlone">Whether nothing runs beside the step: only then the order of what has no name is the same in every run.</param>
    private static Gen<Step> Steps(int depth, bool isAlone)
    {
        List<(int, Gen<Step>)> kinds =
        [
            (4, Gen.Constant<Step>(new Step.Do())),
            (2, from failures in Gen.Choose(1, 3) from attempts in Gen.Choose(1, 4) select (Step)new Step.Retry(failures, attempts)),
            (2, Gen.Choose(1, 40).Select(seconds => (Step)new Step.Pause(seconds))),
            (1, Gen.Constant<Step>(new Step.Await(Comes: false, GivesUp: true))),
            (1, Gen.Constant<Step>(new Step.Tell())),
            (1, Gen.Constant<Step>(new Step.Abandon())),
        ];
        if (isAlone)
        {
            kinds.Add((2, Gen.Elements(false, true).Select(givesUp => (Step)new Step.Await(Comes: true, givesUp))));
            kinds.Add((1, Gen.Constant<Step>(new Step.Show())));
        }

        if (depth > 0)
        {
            var few = Gen.NonEmptyListOf(Steps(depth - 1, isAlone: false)).Resize(3);
            kinds.Add((2, few.Select(steps => (Step)new Step.Fan([.. steps]))));
            kinds.Add((1, from steps in few from fails in Gen.Elements(false, true) select (Step)new Step.Child([.. steps], fails)));
            kinds.Add((1, few.Select(steps => (Step)new Step.Undo([.. steps]))));
        }

        return Gen.Frequency(kinds);
    }

    private static IEnumerable<Plan> Smaller(Plan plan)
    {
        if (plan.Rounds > 1) yield return plan with { Rounds = plan.Rounds - 1 };
        if (plan.Fails) yield return plan with { Fails = false };
        foreach (var steps in Smaller(plan.Steps)) yield return plan with { Steps = steps };
    }

    private static IEnumerable<IReadOnlyList<Step>> Smaller(IReadOnlyList<Step> steps)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps.Count > 1) yield return [.. steps.Take(i), .. steps.Skip(i + 1)];
            foreach (var smaller in Smaller(steps[i])) yield return [.. steps.Take(i), smaller, .. steps.Skip(i + 1)];
        }
    }

    private static IEnumerable<Step> Smaller(Step step) => step switch
    {
        Step.Fan fan => [.. fan.Branches, .. Smaller(fan.Branches).Select(branches => fan with { Branches = branches })],
        Step.Child child => [.. child.Steps, .. Smaller(child.Steps).Select(steps => child with { Steps = steps })],
        Step.Undo undo => [.. undo.Steps, .. Smaller(undo.Steps).Select(steps => undo with { Steps = steps })],
        _ => [],
    };
}
