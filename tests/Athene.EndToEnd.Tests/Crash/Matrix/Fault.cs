using Athene.Session.Workflows.Steps;

namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>A place at which a round kills a process: right before or right after the work of a step.</summary>
internal sealed record Fault(string Step, string Moment, Victim Victim)
{
    /// <summary>As the session service reads it: it kills itself, or it waits there while somebody kills the sidecar.</summary>
    public string Order => $"{(Victim is Victim.SessionService ? "kill" : "pause")}:{Step}:{Moment}";

    /// <summary>Every place of every step that the session service has.</summary>
    public static IReadOnlyList<Fault> All(Victim victim) =>
    [
        .. from step in typeof(Step<,>).Assembly.GetTypes().Where(IsStep).Select(type => type.Name).Order(StringComparer.Ordinal)
           from moment in new[] { "before", "after" }
           select new Fault(step, moment, victim),
    ];

    public override string ToString() => $"{Victim} at {Step}:{Moment}";

    private static bool IsStep(Type type)
    {
        if (type.IsAbstract) return false;
        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (parent.IsGenericType && parent.GetGenericTypeDefinition() == typeof(Step<,>)) return true;
        }

        return false;
    }
}
