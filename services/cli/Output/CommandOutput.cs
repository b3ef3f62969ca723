using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Athene.Contracts.Errors;

namespace Athene.Cli.Output;

/// <summary>Where a command's words go: the answer to standard output, everything else to standard error.</summary>
internal sealed class CommandOutput(CliContext context, bool json)
{
    public bool Json => json;

    /// <summary>Styles for the answer; without colours they add nothing.</summary>
    public Style Style { get; } = new(context.Colour);

    /// <summary>The command's answer: the document itself under <c>--json</c>, else what <paramref name="forPeople"/> writes.</summary>
    public void Answer<T>(T document, Action<TextWriter> forPeople)
    {
        if (json) context.Out.WriteLine(JsonSerializer.Serialize(document, TypeOf<T>(CliJson.Indented)));
        else forPeople(context.Out);
        context.Out.Flush();
    }

    /// <summary>One document of a stream, on a line of its own.</summary>
    public void Line<T>(T document, Action<TextWriter> forPeople)
    {
        if (json) context.Out.WriteLine(JsonSerializer.Serialize(document, TypeOf<T>(CliJson.Options)));
        else forPeople(context.Out);
        context.Out.Flush();
    }

    /// <summary>Something a person may want to know meanwhile.</summary>
    public void Progress(string message)
    {
        if (!json) context.Error.WriteLine(message);
    }

    /// <summary>What went wrong and what to do about it.</summary>
    public void Problem(ProblemDocument problem)
    {
        if (json)
        {
            context.Error.WriteLine(JsonSerializer.Serialize(problem, TypeOf<ProblemDocument>(CliJson.Options)));
            return;
        }

        context.Error.WriteLine($"athene: {problem.Title}");
        if (problem.Detail is { Length: > 0 } detail) context.Error.WriteLine(detail);
        if (problem.Hint is { Length: > 0 } hint) context.Error.WriteLine($"  → {hint}");
    }

    private static JsonTypeInfo<T> TypeOf<T>(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
