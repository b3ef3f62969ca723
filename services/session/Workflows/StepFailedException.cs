using System.Text.Json;
using Athene.Contracts.Errors;
using Athene.Contracts.Json;

namespace Athene.Session.Workflows;

/// <summary>
/// A step failed for a reason that has a name. Of an activity's exception Dapr keeps the type and the message alone, so the message is the problem as JSON.
/// </summary>
public sealed class StepFailedException(ProblemDocument problem, Exception inner)
    : Exception(JsonSerializer.Serialize(problem, AtheneJson.Options), inner)
{
    /// <summary>The problem in the message of a failed activity; one without a name becomes an internal error.</summary>
    public static ProblemDocument Parse(string message)
    {
        try
        {
            if (message.StartsWith('{') && JsonSerializer.Deserialize<ProblemDocument>(message, AtheneJson.Options) is { Type: not null } problem)
                return problem;
        }
        catch (JsonException)
        {
            // Not one of ours: the message itself is all there is to say.
        }

        return new ProblemDocument(ErrorTypes.Internal, message, 500);
    }
}
