using System.Text;

namespace Athene.Processes;

/// <summary>Where the output of a process goes.</summary>
public abstract class PipeTarget
{
    /// <summary>Reads the output, so that the process never waits, and forgets it.</summary>
    public static PipeTarget Null { get; } = new StreamTarget(Stream.Null);

    /// <summary>Reads the process's output to its end.</summary>
    public abstract Task CopyFromAsync(Stream source, CancellationToken cancellationToken = default);

    public static PipeTarget ToStringBuilder(StringBuilder stringBuilder) => ToStringBuilder(stringBuilder, Encoding.UTF8);

    public static PipeTarget ToStringBuilder(StringBuilder stringBuilder, Encoding encoding) =>
        new TextTarget(stringBuilder, encoding);

    public static PipeTarget ToStream(Stream stream) => new StreamTarget(stream);

    /// <summary>Calls back for each line, one after the other.</summary>
    public static PipeTarget ToDelegate(Action<string> handleLine) => ToDelegate((line, _) =>
    {
        handleLine(line);
        return Task.CompletedTask;
    });

    public static PipeTarget ToDelegate(Func<string, Task> handleLineAsync) => ToDelegate((line, _) => handleLineAsync(line));

    public static PipeTarget ToDelegate(Func<string, CancellationToken, Task> handleLineAsync) => new LineTarget(handleLineAsync);

    private sealed class StreamTarget(Stream destination) : PipeTarget
    {
        public override Task CopyFromAsync(Stream source, CancellationToken cancellationToken = default) =>
            source.CopyToAsync(destination, cancellationToken);
    }

    private sealed class TextTarget(StringBuilder text, Encoding encoding) : PipeTarget
    {
        public override async Task CopyFromAsync(Stream source, CancellationToken cancellationToken = default)
        {
            using var reader = new StreamReader(source, encoding, detectEncodingFromByteOrderMarks: false);
            var buffer = new char[4096];
            while (await reader.ReadAsync(buffer, cancellationToken) is > 0 and var read) text.Append(buffer, 0, read);
        }
    }

    private sealed class LineTarget(Func<string, CancellationToken, Task> handleLineAsync) : PipeTarget
    {
        public override async Task CopyFromAsync(Stream source, CancellationToken cancellationToken = default)
        {
            using var reader = new StreamReader(source, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
            while (await reader.ReadLineAsync(cancellationToken) is { } line) await handleLineAsync(line, cancellationToken);
        }
    }
}
