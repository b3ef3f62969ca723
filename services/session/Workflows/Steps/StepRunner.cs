using Athene.Contracts.Errors;
using Athene.Session.Faults;
using Athene.Session.Operations;

namespace Athene.Session.Workflows.Steps;

/// <summary>What surrounds every step: one at a time for an operation, a log scope, named errors, and a word to whoever watches the operation.</summary>
public sealed partial class StepRunner(OperationWatch watch, StepFaults faults, ILogger<StepRunner> logger)
{
    private readonly KeyedGate gate = new();

    public async Task<T> RunAsync<T>(string step, string operationId, string? sessionId, Func<Task<T>> run)
    {
        using var scope = logger.BeginScope(
            new Dictionary<string, object?> { ["OperationId"] = operationId, ["SessionId"] = sessionId, ["Step"] = step });
        // When the sidecar is restarted while a step runs, the step comes again before the first run has ended.
        using var turn = await gate.EnterAsync(operationId);
        watch.Signal(operationId);
        try
        {
            await faults.BeforeAsync(step);
            var result = await run();
            await faults.AfterAsync(step);
            LogDone(logger, step);
            return result;
        }
        catch (Exception failure) when (failure is not StepFailedException)
        {
            LogFailed(logger, failure, step);
            throw new StepFailedException(ProblemOf(failure, sessionId), failure);
        }
        finally
        {
            watch.Signal(operationId);
        }
    }

    private static ProblemDocument ProblemOf(Exception failure, string? sessionId) => failure switch
    {
        AtheneException named => named.Problem with { SessionId = named.Problem.SessionId ?? sessionId },
        _ => new ProblemDocument(ErrorTypes.Internal, failure.Message, 500, Hint: "The session service's log says more.", SessionId: sessionId),
    };
}
