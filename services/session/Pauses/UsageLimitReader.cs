using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Athene.Contracts.Errors;
using Athene.Contracts.Lifecycle;
using Athene.Session.Agents;
using Athene.Session.Observing;
using Athene.Session.Records;

namespace Athene.Session.Pauses;

/// <summary>
/// Finds the limit of an agent's plan in what blocks it, by the patterns of its profile (<c>activity.limit</c>). Only what an agent that cannot go on says is
/// looked at: that the words stand anywhere on a screen means nothing.
/// </summary>
public sealed class UsageLimitReader(AgentCatalog agents, TimeProvider time)
{
    private const string Reset = "reset";

    private static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentDictionary<string, Regex[]> patterns = new();

    /// <param name="counting">What counts of what is known of the agent.</param>
    public UsageLimit? Read(SessionRecord session, KnownActivity known, Evidence? counting)
    {
        if (counting is not { Activity: Activity.Blocked }) return null;
        var found = known.Blockers(counting).Append(counting).Select(blocker => Read(session.Agent, blocker)).OfType<UsageLimit>().ToList();
        return found.Find(limit => limit.Until is not null) ?? found.FirstOrDefault();
    }

    private UsageLimit? Read(string agent, Evidence blocker)
    {
        if ((blocker.Said ?? blocker.Detail) is not { } text) return null;
        var matches = patterns.GetOrAdd(agent, PatternsOf).Select(pattern => Match(pattern, text)).OfType<Match>().ToList();
        if (matches.Count == 0) return null;
        var untils = matches.Select(match => match.Groups[Reset]).Where(group => group.Success)
            .Select(group => ResetTime.Parse(group.Value, blocker.At, time.LocalTimeZone));
        return new UsageLimit(blocker.At, untils.FirstOrDefault(until => until is not null), blocker.Detail ?? text);
    }

    private static Match? Match(Regex pattern, string text)
    {
        try
        {
            return pattern.Match(text) is { Success: true } match ? match : null;
        }
        catch (RegexMatchTimeoutException)
        {
            // A pattern that is too slow for this text says nothing about it.
            return null;
        }
    }

    private Regex[] PatternsOf(string agent)
    {
        try
        {
            return [.. agents.Get(agent).Activity.Limit.Select(pattern => new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.Singleline, MatchLimit))];
        }
        catch (AtheneException)
        {
            // The profile was taken away after the session began.
            return [];
        }
    }
}
