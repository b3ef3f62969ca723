namespace Athene.EndToEnd.Tests.Harness;

/// <summary>How an installation differs from a plain one.</summary>
internal sealed record InstallationOptions
{
    /// <summary>Where the session service strikes itself (<c>ATHENE_FAULT</c>), such as <c>kill:CreateWorkspace:before</c>.</summary>
    public string? Fault { get; init; }

    /// <summary>The text of <c>athene.yaml</c>; null for none.</summary>
    public string? Configuration { get; init; }

    /// <summary>Programs whose place in the PATH is taken by a <see cref="Shim"/>.</summary>
    public IReadOnlyList<string> Shims { get; init; } = [];

    /// <summary>More variables of the environment that Athene is started in.</summary>
    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string>();

    /// <summary>Wish for the ports of <c>dapr.yaml</c>, as a user's first installation does, instead of any free ones.</summary>
    public bool UsualPorts { get; init; }

    /// <summary>A program that this machine shall seem not to have.</summary>
    public string? Missing { get; init; }
}
