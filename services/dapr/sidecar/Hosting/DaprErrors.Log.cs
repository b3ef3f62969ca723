namespace Athene.Sidecar.Hosting;

internal sealed partial class DaprErrors
{
    [LoggerMessage(LogLevel.Error, "{Method} {Path} failed")]
    private partial void LogFailed(Exception exception, string method, PathString path);

    [LoggerMessage(LogLevel.Debug, "{Method} {Path}: the caller left before the answer")]
    private partial void LogCallerLeft(string method, PathString path);
}
