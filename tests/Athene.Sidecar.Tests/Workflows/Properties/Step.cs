using System.Text.Json.Serialization;

namespace Athene.Sidecar.Tests.Workflows.Properties;

/// <summary>One step of a random workflow.</summary>
[JsonDerivedType(typeof(Do), "do")]
[JsonDerivedType(typeof(Retry), "retry")]
[JsonDerivedType(typeof(Pause), "pause")]
[JsonDerivedType(typeof(Await), "await")]
[JsonDerivedType(typeof(Tell), "tell")]
[JsonDerivedType(typeof(Abandon), "abandon")]
[JsonDerivedType(typeof(Fan), "fan")]
[JsonDerivedType(typeof(Child), "child")]
[JsonDerivedType(typeof(Undo), "undo")]
[JsonDerivedType(typeof(Show), "show")]
public abstract record Step
{
    /// <summary>An activity.</summary>
    public sealed record Do : Step;

    /// <summary>An activity that fails a few times, tried again by a policy; the workflow survives the last failure.</summary>
    public sealed record Retry(int Failures, int Attempts) : Step;

    /// <summary>A timer.</summary>
    public sealed record Pause(int Seconds) : Step;

    /// <summary>An external event: one that comes, or one that never does and is given up.</summary>
    public sealed record Await(bool Comes, bool GivesUp) : Step;

    /// <summary>An event that the workflow sends to itself.</summary>
    public sealed record Tell : Step;

    /// <summary>An activity whose answer nobody waits for.</summary>
    public sealed record Abandon : Step;

    /// <summary>Steps side by side.</summary>
    public sealed record Fan(IReadOnlyList<Step> Branches) : Step;

    /// <summary>A child workflow, which may fail.</summary>
    public sealed record Child(IReadOnlyList<Step> Steps, bool Fails) : Step;

    /// <summary>Steps that are undone, the last one first, because what follows them fails.</summary>
    public sealed record Undo(IReadOnlyList<Step> Steps) : Step;

    /// <summary>The custom status.</summary>
    public sealed record Show : Step;
}
