using Athene.Hosting;

namespace Athene.Session.Agents;

/// <summary>Where agents reach this service.</summary>
public sealed record ServiceAddress(string Value)
{
    public static ServiceAddress From(IConfiguration configuration) =>
        new($"http://127.0.0.1:{configuration[AtheneDefaults.PortVariable]}");
}
