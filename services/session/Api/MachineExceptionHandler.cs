using Athene.Hosting.Errors;
using Athene.Session.Machine;
using Athene.Session.Workflows.Steps;
using Microsoft.AspNetCore.Diagnostics;

namespace Athene.Session.Api;

/// <summary>Answers an error of this computer (git, tmux, a file) with its own problem.</summary>
public sealed partial class MachineExceptionHandler(ILogger<MachineExceptionHandler> logger) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not MachineException failure || httpContext.Response.HasStarted) return false;
        LogMachineFailed(logger, exception, httpContext.Request.Path);
        await ProblemResponse.WriteAsync(httpContext, MachineProblem.Of(failure));
        return true;
    }
}
