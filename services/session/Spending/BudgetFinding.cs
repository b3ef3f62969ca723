namespace Athene.Session.Spending;

/// <summary>Something to tell of a budget.</summary>
/// <param name="IsSpent">It is used up; otherwise nearly.</param>
public sealed record BudgetFinding(BudgetUse Use, bool IsSpent)
{
    /// <summary>By this it is known that it was told; a limit that is raised and reached again is told of again.</summary>
    public string Mark => FormattableString.Invariant($"{(IsSpent ? "spent" : "warned")} {Use.Scope} {Use.Name} {Use.Budget.Usd}/{Use.Budget.Tokens}");
}
