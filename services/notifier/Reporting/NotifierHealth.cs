using System.Collections.Concurrent;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;
using Athene.Notifier.Channels;
using Athene.Hosting.Secrecy;
using Athene.Notifier.Delivery;
using Athene.Notifier.Routing;
using Athene.Notifier.Secrets;

namespace Athene.Notifier.Reporting;

/// <summary>What keeps notifiers from reaching anybody: by their settings, and by what the other end says when asked.</summary>
public sealed class NotifierHealth(NotifierCatalog catalog, Targets targets, SecretReader secrets, DeliveryStore store, TimeProvider clock)
{
    private static readonly TimeSpan ProbeLimit = TimeSpan.FromSeconds(5);

    private const int LongestRefusal = 300;

    private readonly ConcurrentDictionary<string, string> refusals = new(StringComparer.Ordinal);

    /// <summary>Looks at every notifier, and asks those that can be asked.</summary>
    public async Task<IReadOnlyList<NotifierProblem>> CheckAsync(CancellationToken cancellationToken)
    {
        await secrets.LoadAsync(targets.All.SelectMany(target => target.Configuration.Settings.Secrets).SelectMany(secret => secret.Variables).Distinct(), cancellationToken);
        await Task.WhenAll(targets.All.Where(target => SettingsProblems(target).Count == 0).Select(target => ProbeAsync(target, cancellationToken)));
        return [.. targets.All.SelectMany(Problems)];
    }

    public async Task<NotifierList> DescribeAsync(CancellationToken cancellationToken) =>
        new(await Task.WhenAll(targets.All.OrderBy(target => target.Name, StringComparer.Ordinal).Select(target => DescribeAsync(target, cancellationToken))));

    private async Task<NotifierDocument> DescribeAsync(Target target, CancellationToken cancellationToken)
    {
        var outbox = await store.OutboxAsync(target.Name, cancellationToken);
        string[] problems = [.. Problems(target).Select(problem => problem.What)];
        return new NotifierDocument(
            target.Name, target.Configuration.Settings.Plugin, problems.Length == 0, problems, outbox.Open.Count, outbox.Failed.Count,
            target.Configuration.QuietHours?.EndAt(clock.GetUtcNow()));
    }

    private IEnumerable<NotifierProblem> Problems(Target target)
    {
        foreach (var problem in SettingsProblems(target)) yield return problem;
        if (!target.Channel.IsAvailable && catalog.IsNamed(target.Name)) yield return new NotifierProblem(target.Name, "there is no desktop where the notifier runs");
        if (refusals.TryGetValue(target.Name, out var refusal)) yield return new NotifierProblem(target.Name, refusal);
    }

    private IReadOnlyList<NotifierProblem> SettingsProblems(Target target) => catalog.ProblemsOf(target.Configuration, secrets.Find);

    private async Task ProbeAsync(Target target, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ProbeLimit);
        string? refusal;
        try
        {
            refusal = await target.Channel.ProbeAsync(limit.Token);
        }
        catch (ChannelException failure)
        {
            refusal = failure.Message;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            refusal = "it did not answer in time";
        }

        if (refusal is null) refusals.TryRemove(target.Name, out _);
        else refusals[target.Name] = Redaction.Apply(secrets.Hide(refusal), LongestRefusal);
    }
}
