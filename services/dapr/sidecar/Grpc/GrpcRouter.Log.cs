namespace Athene.Sidecar.Grpc;

internal sealed partial class GrpcRouter
{
    [LoggerMessage(LogLevel.Error, "{Method} failed")]
    private partial void LogFailed(Exception exception, PathString method);

    [LoggerMessage(LogLevel.Debug, "{Method}: the caller left before the end")]
    private partial void LogCallerLeft(PathString method);
}
