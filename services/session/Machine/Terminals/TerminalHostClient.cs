using System.Net.Sockets;
using System.Text.Json;
using Athene.Contracts.Errors;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Machine.Terminals.Protocol;

namespace Athene.Session.Machine.Terminals;

/// <summary>Asks the terminal host of a home, and starts it when there is something to start in it.</summary>
internal sealed class TerminalHostClient(ProcessRuntimeOptions options, TimeProvider time) : IDisposable
{
    private const int Attempts = 5;

    // setsid: a signal to the service's own process group (Ctrl-C where 'athene up' runs) is none to the agents.
    private const string Script = """setsid "$@" >>"$0" 2>&1 </dev/null &""";

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan StartAgain = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim starting = new(1, 1);

    public string Socket { get; } = TerminalSocket.PathFor(options.AtheneHome);

    /// <summary>The host's answer; null when there is no host, and so no terminal.</summary>
    /// <exception cref="AtheneException">The host refused, or nobody can tell whether it is there.</exception>
    public async Task<T?> AskAsync<T>(HostRequest request, CancellationToken cancellationToken)
        where T : class
    {
        using var limit = new CancellationTokenSource(options.RequestTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await AskUnboundedAsync<T>(request, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw RuntimeErrors.HostFailed("answer", $"nothing came within {options.RequestTimeout.TotalSeconds:0} s");
        }
    }

    /// <summary>The same without a time limit, for requests whose purpose is to wait.</summary>
    public async Task<T?> AskUnboundedAsync<T>(HostRequest request, CancellationToken cancellationToken)
        where T : class
    {
        if (await ConnectAsync(Socket, cancellationToken) is not { } stream) return null;
        await using (stream)
        {
            try
            {
                await Frame.Of<HostRequest>(FrameKind.Request, request).WriteAsync(stream, cancellationToken);
                // A host that ends in the middle takes its terminals with it: there are none any more.
                return await Frame.ReadAsync(stream, cancellationToken) is { } answer ? Read<T>(answer) : null;
            }
            catch (IOException failure) when (IsEnd(failure))
            {
                return null;
            }
            catch (Exception failure) when (failure is IOException or InvalidDataException)
            {
                throw RuntimeErrors.HostFailed("answer", failure.Message, failure);
            }
        }
    }

    /// <summary>The answer of a host that is started if there is none. Only for requests that may be repeated.</summary>
    public async Task<T> AskStartedAsync<T>(HostRequest request, CancellationToken cancellationToken)
        where T : class
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            await EnsureAsync(cancellationToken);
            // A host whose last terminal is closed ends, which may be just now.
            if (await AskAsync<T>(request, cancellationToken) is { } answer) return answer;
        }

        throw RuntimeErrors.HostFailed("start", $"it ended {Attempts} times");
    }

    /// <summary>A connection to the host at the socket; null when there is none.</summary>
    /// <exception cref="AtheneException">Nobody can tell whether there is one: this process has too many open files, say.</exception>
    public static async Task<NetworkStream?> ConnectAsync(string socketPath, CancellationToken cancellationToken)
    {
        if (!File.Exists(socketPath)) return null;
        Socket? socket = null;
        try
        {
            socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(socketPath), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch (SocketException failure)
        {
            socket?.Dispose();
            // A host that was killed leaves its file behind; one that ends takes it away.
            if (failure.SocketErrorCode is SocketError.ConnectionRefused || !File.Exists(socketPath)) return null;
            throw RuntimeErrors.HostFailed("be reached", failure.Message, failure);
        }
        catch
        {
            socket?.Dispose();
            throw;
        }
    }

    /// <summary>What a frame answers.</summary>
    /// <exception cref="AtheneException">The host refused, or said what nobody understands.</exception>
    public static T Read<T>(Frame answer)
    {
        try
        {
            return answer.Kind is FrameKind.Failure ? throw new AtheneException(answer.Read<ProblemDocument>()) : answer.Read<T>();
        }
        catch (Exception failure) when (failure is JsonException or InvalidDataException)
        {
            throw RuntimeErrors.HostFailed("be understood", failure.Message, failure);
        }
    }

    public void Dispose() => starting.Dispose();

    private static bool IsEnd(IOException failure) => failure.InnerException is SocketException
    {
        SocketErrorCode: SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.Shutdown,
    };

    private async Task EnsureAsync(CancellationToken cancellationToken)
    {
        await starting.WaitAsync(cancellationToken);
        try
        {
            var begun = time.GetTimestamp();
            long? started = null;
            while (!await IsThereAsync(cancellationToken))
            {
                // Again after a while: one that met the lock of a host that was about to end has ended too.
                if (started is not { } last || time.GetElapsedTime(last) > StartAgain)
                {
                    await StartAsync(cancellationToken);
                    started = time.GetTimestamp();
                }

                if (time.GetElapsedTime(begun) > options.StartTimeout)
                    throw RuntimeErrors.HostFailed("start", $"it was not there within {options.StartTimeout.TotalSeconds:0} s");
                await Task.Delay(Pause, time, cancellationToken);
            }
        }
        finally
        {
            starting.Release();
        }
    }

    private async Task<bool> IsThereAsync(CancellationToken cancellationToken)
    {
        if (await ConnectAsync(Socket, cancellationToken) is not { } stream) return false;
        await stream.DisposeAsync();
        return true;
    }

    private async Task StartAsync(CancellationToken cancellationToken)
    {
        HomeSocket.Prepare(Socket);
        Directory.CreateDirectory(Path.GetDirectoryName(options.LogFile)!);
        var started = await Cli.Wrap("/bin/sh")
            .WithArguments(["-c", Script, options.LogFile, .. ThisProgram.Command, TerminalHostCommand.Verb, Socket])
            .WithWorkingDirectory("/")
            .WithEnvironmentVariables(InheritedEnvironment.Removals())
            .WithValidation(CommandResultValidation.None)
            .ExecuteBufferedAsync(cancellationToken);
        if (started.ExitCode != 0) throw RuntimeErrors.HostFailed("start", started.StandardError);
    }
}
