using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;
using Athene.Contracts.Sessions;
using Athene.Session.History;
using Athene.Session.Operations;
using Athene.Session.Projects;
using Athene.Session.Queue;
using Athene.Session.Records;
using Athene.Session.Workflows;
using Athene.Session.Workflows.Steps;

namespace Athene.Session.Sessions;

/// <summary>Takes requests to spawn: refuses at once what cannot work, and starts the workflow once for an idempotency key.</summary>
public sealed class SpawnIntake(
    IProjectCatalog projects, SpawnRules rules, SpawnAdmission admission, ILedger ledger, DaprWorkflowClient workflows, OperationReader operations)
{
    private readonly KeyedGate gate = new();

    /// <summary>Starts a spawn, or finds the one that the same key started before.</summary>
    /// <returns>The id of the operation.</returns>
    public async Task<string> StartAsync(string projectId, SpawnRequest request, string? idempotencyKey, CancellationToken cancellationToken)
    {
        // First of all: what is told of the request, even of one that is refused, must not be of any length.
        SpawnTexts.Require(request);
        var operationId = OperationIdOf(projectId, idempotencyKey);
        var hash = HashOf(JsonSerializer.Serialize(request, AtheneJson.Options));
        using var turn = await gate.EnterAsync(operationId, cancellationToken);
        if (idempotencyKey is not null && await FindInputAsync(operationId, cancellationToken) is { } known)
        {
            if (known.RequestHash == hash) return operationId;
            throw new AtheneException(
                ErrorTypes.IdempotencyKeyReused, StatusCodes.Status422UnprocessableEntity,
                $"The idempotency key '{idempotencyKey}' was used for another request before.", "Use a new key for a new request.");
        }

        await BeginAsync(new SpawnInput(operationId, projectId, request, hash), cancellationToken);
        return operationId;
    }

    /// <summary>The session that a spawn made, or the problem that undid it.</summary>
    public async Task<SessionDocument> SessionOfAsync(string sessionId, CancellationToken cancellationToken) =>
        SessionView.Of(await ledger.FindSessionAsync(sessionId, cancellationToken) ?? throw SessionErrors.NotFound(sessionId));

    public Task<Contracts.Operations.OperationDocument> WaitAsync(string operationId, TimeSpan patience, CancellationToken cancellationToken) =>
        operations.WaitAsync(operationId, patience, cancellationToken);

    // A workflow that was scheduled and has not begun shows no input yet.
    private async Task<SpawnInput?> FindInputAsync(string operationId, CancellationToken cancellationToken)
    {
        var state = await workflows.GetWorkflowStateAsync(operationId, true, cancellationToken);
        if (state is not { Exists: true }) return null;
        if (state.RuntimeStatus is WorkflowRuntimeStatus.Pending)
            state = await workflows.WaitForWorkflowStartAsync(operationId, true, cancellationToken);
        return state.ReadInputAs<SpawnInput>();
    }

    private async Task BeginAsync(SpawnInput input, CancellationToken cancellationToken)
    {
        var (operationId, projectId, request) = (input.OperationId, input.ProjectId, input.Request);
        await ledger.RecordAsync(
            new Happening(
                EventKinds.SpawnStarted, $"Spawning a session of {projectId}", projectId,
                Data: new JsonObject { ["agent"] = request.Agent, ["issue"] = request.Issue, ["operationId"] = operationId }),
            cancellationToken);
        try
        {
            rules.Check(await projects.GetAsync(projectId, cancellationToken), request);
            await admission.BeginAsync(input, cancellationToken);
        }
        catch (AtheneException refused)
        {
            await ledger.RecordAsync(
                new Happening(
                    EventKinds.SpawnFailed, $"Spawn failed: {refused.Message}", projectId, Level: Levels.Error,
                    Data: new JsonObject { ["reason"] = refused.Message, ["type"] = refused.Type, ["operationId"] = operationId }),
                cancellationToken);
            throw;
        }
    }

    private static string OperationIdOf(string projectId, string? idempotencyKey) => idempotencyKey is null
        ? $"{OperationKinds.Spawn}-{Guid.NewGuid():N}"
        : $"{OperationKinds.Spawn}-{HashOf($"{projectId}\n{idempotencyKey}")[..32]}";

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
