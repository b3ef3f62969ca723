using System.Globalization;
using System.Text.Json;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Output;

/// <summary>One session, a fact a line.</summary>
internal static class SessionCard
{
    public static void Write(TextWriter writer, SessionDocument session, Style style)
    {
        var lifecycle = session.Lifecycle;
        writer.WriteLine($"{style.Strong(session.Id)}  {SessionTable.Paint(style, session.Status, SessionTable.Word(session.Status))}");
        Fact("project", session.ProjectId);
        Fact("title", session.Title ?? session.DisplayName);
        Fact("agent", session.Agent);
        Fact("issue", session.Issue);
        Fact("branch", session.Branch);
        Fact("workspace", session.WorkspacePath);
        Fact("runtime", session.Runtime is { } runtime ? $"{runtime.Name} {runtime.Id}" : null);
        Fact("session", $"{Word(lifecycle.Session.State)} ({Word(lifecycle.Session.Reason)})");
        Fact("pr", $"{Word(lifecycle.Pr.State)} ({Word(lifecycle.Pr.Reason)})");
        Fact("terminal", $"{Word(lifecycle.Runtime.State)} ({Word(lifecycle.Runtime.Reason)})");
        Fact("activity", session.Activity is { } activity ? Activity(Word(activity), session.ActivityEvidence) : null);
        Fact("paused", session.Paused is { } pause ? PauseWords.Of(pause) : null);
        Fact("about", session.AgentInfo is { SummaryIsFallback: false } info ? info.Summary : null);
        Fact("used", session.AgentInfo is { Tokens: { } tokens } used ? Usage(tokens, used) : null);
        foreach (var pr in session.Prs) Fact("pull request", $"{pr.Url} {pr.State}");
        Fact("created", $"{session.CreatedAt:u}");
        Fact("last active", $"{session.LastActivityAt:u}");
        Fact("rescued work", session.RescueRef);

        void Fact(string name, string? value)
        {
            if (value is not null) writer.WriteLine($"  {style.Quiet(name.PadRight(13))} {Printable.Of(value)}");
        }
    }

    private static string Activity(string word, ActivityEvidenceDocument? evidence) => evidence?.Detail is { } detail ? $"{word}: {detail}" : word;

    private static string Usage(TokenUsageDocument tokens, AgentInfoDocument info)
    {
        var cost = info.CostUsd is { } dollars ? string.Create(CultureInfo.InvariantCulture, $", {(info.CostIsEstimate ? "about " : "")}${dollars:0.00}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{tokens.Input + tokens.CacheRead + tokens.CacheWrite} tokens in, {tokens.Output} out{cost}");
    }

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
