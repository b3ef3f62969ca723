namespace Athene.Dapr.Workflow;

/// <summary>What went wrong in an activity or a workflow, as its history keeps it.</summary>
public class WorkflowTaskFailureDetails(string errorType, string errorMessage, string? stackTrace = null)
{
    /// <summary>The full name of the exception's type.</summary>
    public string ErrorType { get; } = errorType;

    public string ErrorMessage { get; } = errorMessage;

    public string? StackTrace { get; } = stackTrace;

    /// <summary>Whether the failure was a <typeparamref name="T"/> or something derived from it. False when the type cannot be found here.</summary>
    public bool IsCausedBy<T>() where T : Exception =>
        ErrorType == typeof(T).FullName
        || (FindType(ErrorType) is { } type && typeof(T).IsAssignableFrom(type));

    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    private static Type? FindType(string name) =>
        AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(name, throwOnError: false))
            .FirstOrDefault(type => type is not null);
}
