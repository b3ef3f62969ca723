using System.Collections.Concurrent;
using System.Threading.Channels;

namespace Athene.Session.Observing;

/// <summary>The evidence of all sessions of this machine, and the signal that there is more of it.</summary>
public sealed class EvidenceBoard : IEvidence
{
    private const int MostPromptsWaiting = 1000;

    private readonly ConcurrentDictionary<string, KnownActivity> known = new(StringComparer.Ordinal);
    private readonly Channel<(string SessionId, PromptSighting Prompt)> prompts = Channel.CreateBounded<(string, PromptSighting)>(
        new BoundedChannelOptions(MostPromptsWaiting) { SingleReader = true, FullMode = BoundedChannelFullMode.DropOldest });

    private volatile TaskCompletionSource news = NewSignal();

    /// <summary>Prompts that were taken, each once for every source that saw it.</summary>
    public ChannelReader<(string SessionId, PromptSighting Prompt)> Prompts => prompts.Reader;

    public KnownActivity Of(string sessionId) => known.GetValueOrDefault(sessionId, KnownActivity.Nothing);

    public void Add(string sessionId, Evidence evidence)
    {
        known.AddOrUpdate(
            sessionId, static (_, added) => KnownActivity.Nothing.With(added), static (_, before, added) => before.With(added), evidence);
        Interlocked.Exchange(ref news, NewSignal()).TrySetResult();
    }

    public void AddPrompt(string sessionId, PromptSighting prompt) => prompts.Writer.TryWrite((sessionId, prompt));

    /// <summary>Completes when something is added. Ask before looking, so that nothing is missed.</summary>
    public Task NextAsync() => news.Task;

    /// <summary>Drops what is known of sessions that are not among these.</summary>
    public void KeepOnly(IReadOnlySet<string> sessionIds)
    {
        foreach (var id in known.Keys)
        {
            if (!sessionIds.Contains(id)) known.TryRemove(id, out _);
        }
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
