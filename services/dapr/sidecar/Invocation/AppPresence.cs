using System.Net;
using System.Net.Sockets;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.Invocation;

/// <summary>
/// Knows whether an app is there. It holds one idle connection to the app: that closes the moment the app dies, so a
/// restart is seen at once and nothing has to be asked again and again. Only while the app is away is its port tried regularly.
/// </summary>
internal sealed partial class AppPresence(HostedApp app, AppHealth? health, TimeProvider clock, ILogger<AppPresence> logger)
{
    /// <summary>Pause between two tries to reach an app that is away.</summary>
    private static readonly TimeSpan TryAgainAfter = TimeSpan.FromMilliseconds(50);

    private volatile TaskCompletionSource up = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private bool isThere;

    public HostedApp App => app;

    /// <summary>Completes when the app is there and has been introduced.</summary>
    public Task WhenUpAsync(CancellationToken cancellationToken) => up.Task.WaitAsync(cancellationToken);

    /// <summary>
    /// Follows the app until cancelled; <paramref name="introduce"/> runs each time it has come (back) or has become healthy again,
    /// <paramref name="leave"/> each time it has gone or become unhealthy.
    /// </summary>
    public async Task FollowAsync(Func<CancellationToken, Task> introduce, Action leave, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            var isIntroduced = false;
            try
            {
                using var connection = await ConnectAsync(() => Lose(leave), cancellationToken);
                if (app.IsHealthy) await ArriveAsync(introduce, cancellationToken);
                isIntroduced = true;
                await WhenGoneAsync(connection, introduce, leave, cancellationToken);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or SocketException or TimeoutException)
            {
                LogAway(app.Id, e.Message);
                if (!isIntroduced) Lose(leave);
                await Task.Delay(TryAgainAfter, clock, cancellationToken);
            }

            Pause();
        }
    }

    private async Task ArriveAsync(Func<CancellationToken, Task> introduce, CancellationToken cancellationToken)
    {
        await introduce(cancellationToken);
        isThere = app.IsReady = true;
        up.TrySetResult();
    }

    private void Pause()
    {
        if (up.Task.IsCompleted) up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>A server also closes connections that are idle: only an app that cannot be reached again has gone.</summary>
    private void Lose(Action leave)
    {
        if (!isThere) return;
        isThere = false;
        leave();
    }

    /// <summary>Completes when the app has closed the connection; until then its health is watched.</summary>
    private async Task WhenGoneAsync(Socket connection, Func<CancellationToken, Task> introduce, Action leave, CancellationToken cancellationToken)
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var closed = WhenClosedAsync(connection, gone.Token);
        var watched = health?.FollowAsync(ChangeAsync, gone.Token) ?? Task.Delay(Timeout.InfiniteTimeSpan, clock, gone.Token);
        try
        {
            await await Task.WhenAny(closed, watched);
        }
        finally
        {
            await gone.CancelAsync();
            await Task.WhenAll(closed, watched).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        async Task ChangeAsync(bool isHealthy)
        {
            LogHealth(app.Id, isHealthy);
            app.IsHealthy = isHealthy;
            if (isHealthy)
            {
                await ArriveAsync(introduce, gone.Token);
                return;
            }

            Pause();
            Lose(leave);
        }
    }

    private async Task<Socket> ConnectAsync(Action refused, CancellationToken cancellationToken)
    {
        while (true)
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, app.AppPort), cancellationToken);
                return socket;
            }
            catch (SocketException)
            {
                socket.Dispose();
                refused();
                await Task.Delay(TryAgainAfter, clock, cancellationToken);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        }
    }

    private static async Task WhenClosedAsync(Socket connection, CancellationToken cancellationToken)
    {
        // A server sends nothing on a connection without a request, so this returns only when it closes (0) or breaks (throws).
        var buffer = new byte[1];
        while (await connection.ReceiveAsync(buffer, cancellationToken) > 0)
        {
        }
    }

    [LoggerMessage(LogLevel.Warning, "Health of app {AppId} has changed: healthy is {IsHealthy}. While it is not, nothing is delivered and nobody can invoke it")]
    private partial void LogHealth(string appId, bool isHealthy);

    [LoggerMessage(LogLevel.Debug, "App {AppId} is away: {Reason}")]
    private partial void LogAway(string appId, string reason);
}
