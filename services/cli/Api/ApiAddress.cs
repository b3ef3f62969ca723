using Athene.Cli.Supervision;
using Athene.Configuration;

namespace Athene.Cli.Api;

/// <summary>Where the session service answers, and the token that it takes.</summary>
/// <param name="MayComeBack">Whether a supervisor restarts the service when it is gone for a moment.</param>
internal sealed record ApiAddress(Uri Address, string Token, bool MayComeBack)
{
    public const string AddressVariable = "ATHENE_API";
    public const string TokenVariable = "ATHENE_TOKEN";

    /// <summary>
    /// An agent finds the address in its environment. A home that is named wins over that: whoever names one means it, also inside a session.
    /// In a session of that very home, its agent acts with the session's token: it has the session's rights, and messages name their sender.
    /// </summary>
    public static ApiAddress Find(CliContext context)
    {
        if (context.VariableOrNull(AtheneHome.Variable) is null && OfAgent(context) is { } agent) return agent;
        var address = OfHome(context.Home, AppIds.Session);
        return context.VariableOrNull(TokenVariable) is { } token && HomeToken.SessionOf(address.Token, token) is not null
            ? address with { Token = token }
            : address;
    }

    public static ApiAddress? OfAgent(CliContext context) =>
        context.VariableOrNull(AddressVariable) is { } address
        && context.VariableOrNull(TokenVariable) is { } token
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
            ? new ApiAddress(uri, token, MayComeBack: false)
            : null;

    /// <summary>Where a service of the home answers its owner.</summary>
    public static ApiAddress OfHome(AtheneHome home, string appId)
    {
        var run = RunFile.Read(home);
        if (run?.Services.FirstOrDefault(app => app.AppId == appId) is not { } service) throw Problems.NotRunning(home);
        return new ApiAddress(
            new Uri($"http://127.0.0.1:{service.Port}/"), HomeToken.ReadOrCreate(home), MayComeBack: run.Supervisor.IsAlive());
    }
}
