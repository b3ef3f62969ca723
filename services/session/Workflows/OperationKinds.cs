using System.Globalization;

namespace Athene.Session.Workflows;

/// <summary>Kinds of operations; each is a workflow, and the beginning of its instance ids.</summary>
public static class OperationKinds
{
    public const string Spawn = "spawn";

    public const string Kill = "kill";

    public const string Restore = "restore";

    /// <summary>Bringing up the orchestrator of a project.</summary>
    public const string Orchestrator = "orchestrator";

    public const string Claim = "claim";

    /// <summary>The kind of an operation, which its id begins with.</summary>
    public static string Of(string operationId) => operationId.Split('-', 2)[0];

    /// <summary>The session that an operation's id names; null for operations that make one, whose ids cannot be guessed.</summary>
    public static string? SessionOf(string operationId)
    {
        var parts = operationId.Split('-', 2);
        if (parts is not [var kind, var rest]) return null;
        var last = rest.LastIndexOf('-');
        return kind switch
        {
            Kill => rest,
            Restore or Claim when last > 0 => rest[..last],
            _ => null,
        };
    }

    /// <summary>The one kill of a session.</summary>
    public static string KillOf(string sessionId) => $"{Kill}-{sessionId}";

    /// <summary>A new claim of a pull request for a session; each has a name of its own.</summary>
    public static string NewClaimOf(string sessionId) => $"{Claim}-{sessionId}-{Guid.NewGuid():N}";

    /// <summary>A restore of a session, by its number.</summary>
    public static string RestoreOf(string sessionId, int number) => string.Create(CultureInfo.InvariantCulture, $"{Restore}-{sessionId}-{number}");
}
