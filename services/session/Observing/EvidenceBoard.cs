using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Athene.Session.Observing;

/// <summary>The evidence of all sessions of this machine, and the signal that there is more of it.</summary>
public sealed class EvidenceBoard : IEvidence
{
    private const int MostPromptsWaiting = 10_000;

    private readonly ConcurrentDictionary<string, KnownActivity> known = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte> showPrompts = new(StringComparer.Ordinal);
    private readonly Channel<(string SessionId, PromptSighting Prompt)> prompts = Channel.CreateBounded<(string, PromptSighting)>(
        new BoundedChannelOptions(MostPromptsWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    private volatile TaskCompletionSource news = NewSignal();

    /// <summary>Prompts that were taken, each once for every source that saw it.</summary>
    public ChannelReader<(string SessionId, PromptSighting Prompt)> Prompts => prompts.Reader;

    public KnownActivity Of(string sessionId) => known.GetValueOrDefault(sessionId, KnownActivity.Nothing);

    /// <summary>Whether the agent has shown a prompt that it took: then it will show the next one too.</summary>
    public bool ShowsPrompts(string sessionId) => showPrompts.ContainsKey(sessionId);

    public void Add(string sessionId, Evidence evidence)
    {
        var before = Of(sessionId);
        var after = known.AddOrUpdate(
            sessionId, static (_, added) => KnownActivity.Nothing.With(added), static (_, older, added) => older.With(added), evidence);
        // A busy agent says many times that it is busy.
        if (before.Newest?.Activity != after.Newest?.Activity || before.Newest?.Detail != after.Newest?.Detail)
            Interlocked.Exchange(ref news, NewSignal()).TrySetResult();
    }

    public void AddPrompt(string sessionId, PromptSighting prompt)
    {
        showPrompts.TryAdd(sessionId, 0);
        prompts.Writer.TryWrite((sessionId, prompt));
    }

    /// <summary>Completes when an agent is said to do something else than before. Ask before looking, so that nothing is missed.</summary>
    public Task NextAsync() => news.Task;

    /// <summary>Drops what is known of sessions that are not among these.</summary>
    public void KeepOnly(IReadOnlySet<string> sessionIds)
    {
        foreach (var id in known.Keys.Concat(showPrompts.Keys).Where(id => !sessionIds.Contains(id)))
        {
            known.TryRemove(id, out _);
            showPrompts.TryRemove(id, out _);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
