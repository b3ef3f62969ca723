namespace Athene.Sidecar;

/// <summary>How an app's health is watched (<c>enableAppHealthCheck</c>), with Dapr's defaults.</summary>
public sealed record AppHealthCheck
{
    /// <summary>Asked with GET; any 2xx is healthy.</summary>
    public string Path { get; set; } = "/healthz";

    public TimeSpan ProbeInterval { get; set; } = TimeSpan.FromSeconds(5);

    public TimeSpan ProbeTimeout { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>So many probes in a row must fail before the app counts as unhealthy; one that succeeds makes it healthy again.</summary>
    public int Threshold { get; set; } = 3;
}
