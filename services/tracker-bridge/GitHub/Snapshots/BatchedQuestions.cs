using System.Text.Json;
using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.GitHub.Snapshots;

/// <summary>Asks GitHub one question about many pull requests at once: fifty a request, fewer when that is too much for it.</summary>
internal sealed class BatchedQuestions(GitHubApi api, string? apiUrl)
{
    /// <summary>So many pull requests, with everything about them, are within what GitHub lets one request touch.</summary>
    private const int AtOnce = 50;

    /// <summary>An answer a query, in their order.</summary>
    /// <param name="query">The question about some of them.</param>
    public async Task<IReadOnlyList<BatchedAnswer>> AskAsync<T>(IReadOnlyList<T> asked, Func<IReadOnlyList<T>, GraphQuery> query, CancellationToken cancellationToken)
    {
        List<BatchedAnswer> answers = [];
        foreach (var part in asked.Chunk(AtOnce)) answers.AddRange(await AskPartAsync(part, query, cancellationToken));
        return answers;
    }

    private async Task<IReadOnlyList<BatchedAnswer>> AskPartAsync<T>(
        T[] part, Func<IReadOnlyList<T>, GraphQuery> query, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.QueryAsync(apiUrl, query(part), cancellationToken);
            if (part.Length > 1 && answer.Errors?.Any(error => error.IsTooMuch) is true) return await AskHalvesAsync(part, query, cancellationToken);
            return [.. part.Select((_, index) => AnswerAt(answer, BatchQuery.AliasOf(index)))];
        }
        catch (AtheneException failure) when (GitHubProblems.IsTooMuch(failure) && part.Length > 1)
        {
            return await AskHalvesAsync(part, query, cancellationToken);
        }
        catch (AtheneException failure)
        {
            return [.. part.Select(_ => new BatchedAnswer(default, [], failure))];
        }
    }

    private async Task<IReadOnlyList<BatchedAnswer>> AskHalvesAsync<T>(
        T[] part, Func<IReadOnlyList<T>, GraphQuery> query, CancellationToken cancellationToken) =>
    [
        .. await AskPartAsync(part[..(part.Length / 2)], query, cancellationToken),
        .. await AskPartAsync(part[(part.Length / 2)..], query, cancellationToken),
    ];

    private static BatchedAnswer AnswerAt(GraphAnswer answer, string alias)
    {
        var errors = answer.ErrorsOf(alias);
        if (answer.Data.TryGetProperty(alias, out var repository) && repository.ValueKind is JsonValueKind.Object) return new BatchedAnswer(repository, errors, null);
        if (errors.Any(error => error.IsTooMuch)) return new BatchedAnswer(default, errors, GitHubProblems.OfQuery(errors));
        var why = errors is [var first, ..] ? first.Message ?? "" : "it answers nothing about the repository";
        return new BatchedAnswer(default, errors, GitHubProblems.Unauthorised(why));
    }
}
