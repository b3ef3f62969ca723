using System.Text.Json.Nodes;
using Athene.Contracts.Sessions;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Sessions;

namespace Athene.Lifecycle.Effects;

/// <summary>Writes outcomes into the history.</summary>
internal sealed class RecordOutcomeCarrier(ISessions sessions) : Carrier<RecordOutcome>
{
    protected override async Task<Outcome> CarryOutAsync(
        RecordOutcome effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        var data = new JsonObject { ["reaction"] = pending.Reaction, ["effect"] = effect.EffectId };
        await sessions.RecordAsync(state.SessionId, new OutcomeReport(pending.Id, effect.Kind, effect.Level, effect.Summary, data), cancellationToken);
        return Outcome.Done;
    }
}
