namespace Athene.Notifier.Reporting;

/// <summary>Says at the start which notifiers reach nobody, instead of at the first alarm. It delays nothing.</summary>
public sealed partial class StartCheck(NotifierHealth health, DaprClient dapr, ILogger<StartCheck> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await dapr.WaitForSidecarAsync(stoppingToken);
            foreach (var problem in await health.CheckAsync(stoppingToken)) LogProblem(problem.Notifier, problem.What);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // There is nobody left to tell.
        }
        catch (Exception failure) when (failure is DaprException or HttpRequestException)
        {
            LogNotChecked(failure);
        }
    }
}
