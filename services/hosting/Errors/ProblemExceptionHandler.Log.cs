using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Athene.Hosting.Errors;

public sealed partial class ProblemExceptionHandler
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed.")]
    private partial void LogFailed(string method, PathString path, Exception exception);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Method} {Path} refused with {Status} {Type}: {Title}")]
    private partial void LogRefused(string method, PathString path, int status, string type, string title);
}
