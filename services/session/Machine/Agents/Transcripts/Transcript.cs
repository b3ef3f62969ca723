using System.Text.Json;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.Sessions;
using Athene.Session.Hooks;
using Athene.Session.Observing;

namespace Athene.Session.Machine.Agents.Transcripts;

/// <summary>
/// Makes facts of the lines of a record, one JSON object each. What it cannot read or does not know says nothing: agents change their records
/// with every version. A deriving class keeps a bounded amount of what it has read, however long the record is.
/// </summary>
public abstract class Transcript
{
    /// <summary>A summary, or the first prompt that stands in for one, is cut here, in characters (spec agents-runtimes-workspaces.md §3.5).</summary>
    private const int LongestSummary = 120;

    private const int MostPrompts = 20;

    private readonly Queue<PromptSighting> prompts = new();
    private Evidence? activity;
    private string? firstPrompt;

    protected string? NativeSessionId { get; set; }

    protected string? Summary
    {
        get;
        set => field = value is null ? null : Cut(value.Trim());
    }

    protected string? Model { get; set; }

    protected TokenUsageDocument? Tokens { get; set; }

    protected decimal? CostUsd { get; set; }

    public void Take(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var entry = JsonDocument.Parse(line);
            if (entry.RootElement.ValueKind is JsonValueKind.Object) Take(entry.RootElement);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or ArgumentOutOfRangeException)
        {
            // A line that is no JSON, or holds names or times that cannot be, is no entry; those after it must be read all the same.
        }
    }

    /// <summary>What has come since the last call.</summary>
    public RecordNews News()
    {
        var news = new RecordNews(
            activity, [.. prompts], new RecordInfo(NativeSessionId, Summary ?? firstPrompt, Summary is null && firstPrompt is not null, Model, Tokens, CostUsd));
        prompts.Clear();
        return news;
    }

    protected abstract void Take(JsonElement entry);

    protected void Say(Activity what, DateTimeOffset at, Turn turn = Turn.Unsaid, string? detail = null) =>
        activity = Evidence.Of(what, EvidenceSource.Native, at, turn, Shortened.ForPeople(detail)) with { Said = detail };

    protected void AddPrompt(string text, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        firstPrompt ??= Cut(text.Trim());
        prompts.Enqueue(new PromptSighting(text, at, EvidenceSource.Native));
        if (prompts.Count > MostPrompts) prompts.Dequeue();
    }

    private static string Cut(string text) => text.Length <= LongestSummary ? text : $"{text[..LongestSummary]}…";
}
