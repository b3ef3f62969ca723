using System.Text.Json.Serialization;

namespace Athene.Lifecycle.Effects;

/// <summary>Something that follows from a decision: written with the state, then carried out. Carrying it out twice does no more than once.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(MoveSession), "move")]
[JsonDerivedType(typeof(TellAgent), "tell_agent")]
[JsonDerivedType(typeof(TellAgentOfFailures), "tell_agent_of_failures")]
[JsonDerivedType(typeof(TellPeople), "tell_people")]
[JsonDerivedType(typeof(ResumeSession), "resume")]
[JsonDerivedType(typeof(MergePullRequest), "merge")]
[JsonDerivedType(typeof(EndSession), "end_session")]
[JsonDerivedType(typeof(SumUp), "sum_up")]
[JsonDerivedType(typeof(Announce), "announce")]
[JsonDerivedType(typeof(AnnounceReaction), "announce_reaction")]
[JsonDerivedType(typeof(RecordOutcome), "record_outcome")]
public abstract record Effect
{
    /// <summary>What it does, in one word for ids and people.</summary>
    [JsonIgnore]
    public abstract string Word { get; }
}
