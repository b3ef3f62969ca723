using Athene.Dapr.Protocol;

namespace Athene.Dapr.Workflow.Worker;

/// <summary>Between exceptions and the failure details of the protocol.</summary>
internal static class Failures
{
    private const string OurPrefix = "Athene.Dapr.";

    /// <summary>The details of an exception that ended an activity.</summary>
    public static TaskFailureDetails Of(Exception exception) => new()
    {
        ErrorType = TypeName(exception.GetType()),
        ErrorMessage = exception.Message,
        StackTrace = exception.StackTrace ?? "",
    };

    /// <summary>The details of an exception that ended a workflow: the sidecar need not try it again.</summary>
    public static TaskFailureDetails OfWorkflow(Exception exception)
    {
        var details = Of(exception);
        details.IsNonRetriable = true;
        return details;
    }

    public static TaskFailureDetails Named(string errorType, string message, bool isNonRetriable = false) => new()
    {
        ErrorType = errorType,
        ErrorMessage = message,
        StackTrace = "",
        IsNonRetriable = isNonRetriable,
    };

    public static WorkflowTaskFailureDetails? ToDetails(TaskFailureDetails? details) =>
        details is null ? null : new WorkflowTaskFailureDetails(details.ErrorType, details.ErrorMessage, details.StackTrace);

    // The SDK's types carry the SDK's names on the wire, so that a history reads the same under either.
    private static string TypeName(Type type)
    {
        var name = type.FullName ?? type.Name;
        return type.Assembly == typeof(Failures).Assembly && name.StartsWith(OurPrefix, StringComparison.Ordinal)
            ? name["Athene.".Length..]
            : name;
    }
}
