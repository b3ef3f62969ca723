using Athene.Contracts.Errors;
using Athene.Session.Machine;

namespace Athene.Session.Workflows.Steps;

/// <summary>An error of this computer as a problem.</summary>
public static class MachineProblem
{
    public static ProblemDocument Of(MachineException failure, string? sessionId = null) =>
        new(ErrorTypes.Prefix + failure.Kind, failure.What, StatusCodes.Status422UnprocessableEntity, Hint: failure.Hint, SessionId: sessionId);
}
