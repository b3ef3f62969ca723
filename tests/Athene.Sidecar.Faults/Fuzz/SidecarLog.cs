using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Athene.Sidecar.Faults.Fuzz;

/// <summary>Keeps what the sidecar and its web server log as an error: a request must never be one, whatever it says.</summary>
internal sealed class SidecarLog : ILoggerProvider
{
    /// <summary>A worker's answer that cannot be carried out is told to the developer as an error, and the turn is repeated: so it is meant.</summary>
    private const string Meant = "LogUnprocessable";

    private readonly ConcurrentQueue<string> errors = [];

    public IReadOnlyList<string> Errors => [.. errors];

    public ILogger CreateLogger(string categoryName) => new Category(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Category(SidecarLog log, string name) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel) && eventId.Name != Meant) log.errors.Enqueue($"{name}: {formatter(state, exception)}{Environment.NewLine}{exception}");
        }
    }
}
