using System.Text;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>Builds one GraphQL query about many pull requests: each has an alias of its own (<c>q0</c>, <c>q1</c>, …), and all words of others are variables. Pure.</summary>
internal static class BatchQuery
{
    private const string Cost = "rateLimit { limit cost remaining resetAt }";

    public static string AliasOf(int index) => $"q{index}";

    /// <summary>Pull requests by their numbers.</summary>
    /// <param name="fragment">The fields, as a fragment of its own.</param>
    public static GraphQuery OfNumbers(IReadOnlyList<(RepositoryName Repository, int Number)> asked, string fragment)
    {
        var name = fragment.Split(' ', 3)[1];
        return Build(
            asked.Select(one => one.Repository), "Int!", [.. asked.Select(one => (object)one.Number)],
            value => $"pullRequest(number: {value}) {{ ...{name} }}", fragment);
    }

    /// <summary>Pull requests by the branches that they come from: those that are open, and of all the newest.</summary>
    public static GraphQuery OfBranches(IReadOnlyList<(RepositoryName Repository, string Branch)> asked) => Build(
        asked.Select(one => one.Repository), "String!", [.. asked.Select(one => (object)one.Branch)],
        value => $"open: pullRequests(headRefName: {value}, first: 10, states: OPEN, {PullRequestFields.OfBranch} newest: pullRequests(headRefName: {value}, first: 10, {PullRequestFields.OfBranch}",
        "");

    private static GraphQuery Build(IEnumerable<RepositoryName> repositories, string type, IReadOnlyList<object> values, Func<string, string> select, string fragment)
    {
        var (header, body) = (new StringBuilder("query PullRequests("), new StringBuilder());
        var variables = new Dictionary<string, object?>();
        foreach (var (index, repository) in repositories.Index())
        {
            header.Append(index == 0 ? "" : ", ").Append($"$o{index}: String!, $n{index}: String!, $v{index}: {type}");
            body.AppendLine($"  {AliasOf(index)}: repository(owner: $o{index}, name: $n{index}) {{ {select($"$v{index}")} }}");
            (variables[$"o{index}"], variables[$"n{index}"], variables[$"v{index}"]) = (repository.Owner, repository.Name, values[index]);
        }

        return new GraphQuery($"{header}) {{\n  {Cost}\n{body}}}\n{fragment}", variables);
    }
}
