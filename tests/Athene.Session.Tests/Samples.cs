using Athene.Contracts.Lifecycle;
using Athene.Session.Records;

namespace Athene.Session.Tests;

/// <summary>Records to start from.</summary>
internal static class Samples
{
    private static readonly DateTimeOffset Then = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static SessionRecord Session(string id = "app-1") => new()
    {
        Id = id,
        ProjectId = "app",
        OperationId = "spawn-1",
        Lifecycle = LifecycleDocument.Requested(Then),
        Agent = "echo",
        Machine = "host",
        ProjectPath = "/code/app",
        CreatedAt = Then,
        LastActivityAt = Then,
    };
}
