using Athene.Configuration;
using Athene.Contracts.Errors;

namespace Athene.Cli;

/// <summary>The errors that the command line itself finds, and the exit code of any error.</summary>
internal static class Problems
{
    public static ExitCode ExitCodeOf(ProblemDocument problem) => problem switch
    {
        { Type: ErrorTypes.NotRunning } => ExitCode.NotRunning,
        { Status: 400 } => ExitCode.WrongUsage,
        { Status: 404 } => ExitCode.NotFound,
        { Status: 409 or 412 or 423 } => ExitCode.Refused,
        _ => ExitCode.Failed,
    };

    public static AtheneException Usage(string what, string whatToDo) => new(ErrorTypes.RequestInvalid, 400, what, whatToDo);

    public static AtheneException Failed(string what, string whatToDo, Exception? cause = null) =>
        new(ErrorTypes.Internal, 500, what, whatToDo, innerException: cause);

    public static AtheneException FailedWithDetail(string what, string whatToDo, string detail) =>
        new(new ProblemDocument(ErrorTypes.Internal, what, 500, detail, whatToDo));

    public static AtheneException Configuration(string what, string whatToDo, Exception? cause = null) =>
        new(ErrorTypes.ConfigurationInvalid, 422, what, whatToDo, innerException: cause);

    public static AtheneException Configuration(ConfigurationException mistakes) => new(new ProblemDocument(
        ErrorTypes.ConfigurationInvalid,
        mistakes.Errors is [var only] ? $"{only}" : $"{mistakes.Errors[0].File} has {mistakes.Errors.Count} mistakes.",
        422,
        Detail: mistakes.Errors.Count > 1 ? mistakes.Message : null,
        Hint: "Correct the file and try again. Each place is given as file:line:column."));

    public static AtheneException NotRunning(AtheneHome home) => new(
        ErrorTypes.NotRunning, 503, $"Athene is not running for {home.Root}.", "Start it with: athene up --detach");

    public static AtheneException NotReachable(string address, Exception cause) => new(
        ErrorTypes.NotRunning, 503, $"Athene does not answer at {address}.",
        "See what runs with: athene status, and start it with: athene up --detach", innerException: cause);
}
