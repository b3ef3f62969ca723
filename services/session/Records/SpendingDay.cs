namespace Athene.Session.Records;

/// <summary>What was used on one day, in the time zone of the machine.</summary>
/// <param name="Told">The budgets of this day of which something was said today, so that it is said once.</param>
public sealed record SpendingDay(DateOnly Date, IReadOnlyDictionary<string, Amount> Projects, IReadOnlyList<string> Told)
{
    public static SpendingDay Of(DateOnly date) => new(date, new Dictionary<string, Amount>(), []);

    public Amount Total => Projects.Values.Aggregate(default(Amount), (sum, one) => sum + one);

    public Amount Of(string projectId) => Projects.GetValueOrDefault(projectId);

    public SpendingDay With(string projectId, Amount more) => more == default
        ? this
        : this with { Projects = new Dictionary<string, Amount>(Projects) { [projectId] = Of(projectId) + more } };
}
