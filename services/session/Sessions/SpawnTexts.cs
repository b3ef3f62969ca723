using Athene.Contracts.Errors;
using Athene.Contracts.Sessions;

namespace Athene.Session.Sessions;

/// <summary>The short texts of a request to spawn: they stand in records, events, tables and command lines, so each is one line of a sensible length. Pure.</summary>
public static class SpawnTexts
{
    /// <summary>The longest of them, in characters.</summary>
    public const int Longest = 1000;

    /// <exception cref="AtheneException">One of them is too long, or has control characters.</exception>
    public static void Require(SpawnRequest request)
    {
        Require("issue", request.Issue, "Name the issue, and put the text into the prompt.");
        Require("model", request.Model, "Name the model as the agent does.");
        Require("subagent", request.Subagent, "Name the subagent as the agent does.");
        Require("agent", request.Agent, "'athene agents' lists the names.");
        foreach (var name in request.After ?? []) Require("after", name, "Name sessions or issues.");
    }

    private static void Require(string field, string? text, string hint)
    {
        if (text is null || (text.Length <= Longest && !text.Any(char.IsControl))) return;
        throw new AtheneException(
            ErrorTypes.RequestInvalid, StatusCodes.Status400BadRequest,
            $"'{field}' is one line of at most {Longest} characters, without control characters; this one has {text.Length}.", hint);
    }
}
