namespace Athene.Testing.GitHub;

/// <summary>A check run of one commit: a job of a workflow, or what another app says.</summary>
public sealed class GitHubCheck
{
    internal GitHubCheck(long id, string name, string sha, bool isJob) => (Id, Name, Sha, IsJob) = (id, name, sha, isJob);

    public long Id { get; }

    public string Name { get; }

    public string Sha { get; }

    /// <summary>It is a job of a workflow, with steps and a log.</summary>
    public bool IsJob { get; }

    /// <summary>queued, in_progress or completed.</summary>
    public string Status { get; internal set; } = "in_progress";

    /// <summary>success, failure, cancelled, …; null before the end.</summary>
    public string? Conclusion { get; internal set; }

    /// <summary>The step that failed.</summary>
    public string? FailedStep { get; internal set; }

    /// <summary>The whole log, as GitHub keeps it: a time stamp before every line.</summary>
    public string? Log { get; internal set; }

    public string? Title { get; internal set; }

    public string? Summary { get; internal set; }

    public IReadOnlyList<GitHubAnnotation> Annotations { get; internal set; } = [];

    internal DateTimeOffset StartedAt { get; init; }

    internal DateTimeOffset? CompletedAt { get; set; }

    internal long RunId => Id + 1_000_000;

    internal bool IsEnded => Status == "completed";
}
