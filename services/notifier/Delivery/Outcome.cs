namespace Athene.Notifier.Delivery;

/// <summary>What came of one try to tell something.</summary>
public enum Outcome
{
    Delivered,

    TriedAgain,

    GivenUp,
}
