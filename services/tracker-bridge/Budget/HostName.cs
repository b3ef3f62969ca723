namespace Athene.TrackerBridge.Budget;

/// <summary>What people call a host. Pure.</summary>
internal static class HostName
{
    public static string Of(Uri address) => address.Host switch
    {
        "api.github.com" => "GitHub",
        "gitlab.com" => "GitLab",
        "api.linear.app" => "Linear",
        _ => address.Authority,
    };
}
