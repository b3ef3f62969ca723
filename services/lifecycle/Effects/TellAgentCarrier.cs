using Athene.Contracts.Errors;
using Athene.Contracts.Messages;
using Athene.Lifecycle.Facts;
using Athene.Lifecycle.Sessions;

namespace Athene.Lifecycle.Effects;

/// <summary>Hands messages to the session's outbox.</summary>
internal sealed class TellAgentCarrier(ISessions sessions) : Carrier<TellAgent>
{
    protected override async Task<Outcome> CarryOutAsync(TellAgent effect, PendingEffect pending, SupervisionState state, CancellationToken cancellationToken)
    {
        if (state.IsEnding) return new EffectSkipped("the session has ended, or is about to");
        try
        {
            await sessions.TellAsync(state.SessionId, new MessageRequest(effect.Text, pending.Id, Automatic: true), cancellationToken);
            return Outcome.Done;
        }
        catch (AtheneException ended) when (ended.Type == ErrorTypes.SessionTerminated)
        {
            return new EffectSkipped(ended.Message);
        }
    }
}
