using Athene.Cli.Api;
using Athene.Cli.Supervision;
using Athene.Configuration;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Errors;
using Athene.Contracts.Notifications;

namespace Athene.Cli.Doctor;

/// <summary>Whether what people are to be told reaches them: as the notifier sees it when it runs, else as far as the configuration shows.</summary>
internal static class NotifierCheck
{
    private const string Name = "notifiers";

    private const string Fix = "Correct 'notifiers' in the configuration, then see: athene notifications test";

    public static async Task<DoctorCheck> RunAsync(CliContext context, AtheneConfiguration configuration, CancellationToken cancellationToken)
    {
        var catalog = new NotifierCatalog(configuration);
        var problems = await AskAsync(context, "v1/notifiers?probe=true", cancellationToken) ?? OfConfiguration(context, catalog);
        return problems.Count == 0
            ? new DoctorCheck(Name, true, string.Join(", ", catalog.All.Select(notifier => notifier.Name)), null, Required: false)
            : new DoctorCheck(Name, false, string.Join("; ", problems), Fix, Required: false);
    }

    /// <summary>What the configuration alone shows to be wrong.</summary>
    public static IReadOnlyList<string> OfConfiguration(CliContext context, NotifierCatalog catalog) =>
        [.. catalog.Problems(context.VariableOrNull).Select(problem => problem.ToString())];

    /// <summary>What the running notifier knows; null when none runs.</summary>
    public static Task<IReadOnlyList<string>?> OfRunningAsync(CliContext context, CancellationToken cancellationToken) =>
        AskAsync(context, "v1/notifiers", cancellationToken);

    private static async Task<IReadOnlyList<string>?> AskAsync(CliContext context, string path, CancellationToken cancellationToken)
    {
        if (RunFile.Read(context.Home)?.Services.Any(service => service is { AppId: AppIds.Notifier, Healthy: true }) is not true) return null;
        try
        {
            using var api = SessionApi.ConnectTo(context, AppIds.Notifier);
            var notifiers = await api.GetAsync<NotifierList>(path, cancellationToken);
            return [.. notifiers.Data.SelectMany(notifier => notifier.Problems.Select(problem => new NotifierProblem(notifier.Name, problem).ToString()))];
        }
        catch (AtheneException)
        {
            // It has just ended, or is older than this command: the configuration still says something.
            return null;
        }
    }
}
