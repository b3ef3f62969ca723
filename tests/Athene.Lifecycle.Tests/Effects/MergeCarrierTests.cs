using Athene.Configuration;
using Athene.Contracts.Lifecycle;
using Athene.Contracts.PullRequests;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Decisions;
using Athene.Lifecycle.Effects;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.PullRequests;

namespace Athene.Lifecycle.Tests.Effects;

/// <summary>A merge that was decided, and is carried out when the state may be another.</summary>
public sealed class MergeCarrierTests
{
    private static readonly PullRequestSnapshot Other = Sample.PullRequest(2) with { Number = 43, Url = "https://example.test/acme/app/pull/43", ChecksState = ChecksState.Failing };

    [Fact]
    public async Task Merge_that_is_as_it_was_found_is_made() => (await CarryOutAsync(state => state)).ShouldBeOfType<EffectDone>();

    [Fact]
    public async Task Merge_of_what_a_person_has_remarked_on_meanwhile_is_skipped() => (await CarryOutAsync(
        state => FactMerge.Apply(state, Sample.Signal(Sample.ReadyPullRequest(9) with { Threads = [Sample.Thread("t1")] })))).ShouldBeOfType<EffectSkipped>();

    [Fact]
    public async Task Merge_beside_another_pull_request_that_has_become_red_is_skipped() => (await CarryOutAsync(state =>
        FactMerge.Apply(state with { Session = state.Session! with { Prs = [.. state.Session.Prs, new PullRequestDocument(Other.Url, 43, "open")] } }, Sample.Signal(Other))))
        .ShouldBeOfType<EffectSkipped>();

    [Fact]
    public async Task Merge_for_a_session_that_was_killed_meanwhile_is_skipped() => (await CarryOutAsync(state => state with
    {
        Session = state.Session! with { Lifecycle = state.Session.Lifecycle.To(SessionState.Terminated, SessionReason.ManuallyKilled, Sample.Now) },
    })).ShouldBeOfType<EffectSkipped>();

    [Fact]
    public async Task Merge_that_was_decided_anew_is_made_once() => (await CarryOutAsync(
        state => state with { Outbox = state.Outbox.Add(state.Outbox[^1] with { Id = "app-1-approved-and-green-99" }) })).ShouldBeOfType<EffectSkipped>();

    private static async Task<Outcome> CarryOutAsync(Func<SupervisionState, SupervisionState> change)
    {
        using var folder = new TemporaryDirectory();
        var file = folder.Combine("athene.yaml");
        await File.WriteAllTextAsync(file, "reactions: { approved-and-green: { action: auto-merge } }\n");
        var policies = new Policies(ConfigurationLoader.Load(file));
        var state = new SupervisionState { SessionId = "app-1" };
        IReadOnlyList<Signal> signals = [Sample.Signal("observed", Sample.SessionWithPullRequest()), Sample.Signal(Sample.ReadyPullRequest())];
        state = signals.Aggregate(state, (before, signal) => Decision.Decide(before, signal, Sample.Now, policies.For("app")));
        var merge = state.Outbox.Single(pending => pending.Effect is MergePullRequest);
        state = state with { Outbox = [merge] };
        return await ((ICarrier)new MergeCarrier(new Willing(), policies, TimeProvider.System)).CarryOutAsync(merge, change(state), CancellationToken.None);
    }

    /// <summary>A host that merges whatever it is asked to.</summary>
    private sealed class Willing : IPullRequests
    {
        public Task<MergeResult> MergeAsync(MergeRequest request, CancellationToken cancellationToken) => Task.FromResult(new MergeResult(true, "merge-sha"));

        public Task<FailureReport> FailuresAsync(FailureLookup lookup, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
