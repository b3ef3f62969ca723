namespace Athene.Dapr.Conformance.Targets;

/// <summary>Which sidecar the suite runs against: the embedded one, or the real one whose binary stands in <c>DAPRD</c>.</summary>
internal static class Target
{
    public const string AppId = "myapp";

    /// <summary>The binary of a real sidecar, if the suite is to run on one.</summary>
    public static string? Daprd => Environment.GetEnvironmentVariable("DAPRD") is { Length: > 0 } binary ? binary : null;

    /// <summary>The component and policy files that either sidecar gets.</summary>
    public static string Resources => Path.Combine(AppContext.BaseDirectory, "Resources");

    /// <param name="tokens">What sidecar and app ask of each other; nothing when null.</param>
    public static ISidecar Choose(SidecarTokens? tokens = null) => Daprd is { } binary
        ? new RealSidecar(binary, Required("DAPR_PLACEMENT"), Required("DAPR_SCHEDULER"), tokens)
        : new EmbeddedSidecarTarget(tokens);

    private static string Required(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } binary
        ? binary
        : throw new InvalidOperationException($"DAPRD is set, so {variable} must name the binary that goes with it.");
}
