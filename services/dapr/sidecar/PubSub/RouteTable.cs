using System.Text.Json;
using Athene.Sidecar.Cel;

namespace Athene.Sidecar.PubSub;

/// <summary>Picks the route of an event: the first rule that matches.</summary>
internal static class RouteTable
{
    /// <exception cref="FormatException">The rule is not one, or uses what is not supported of the rule language; says where.</exception>
    public static SubscriptionRoute Route(string match, string path)
    {
        try
        {
            return new SubscriptionRoute(match.Length == 0 ? null : CelRule.Parse(match), path);
        }
        catch (CelSyntaxException e)
        {
            throw new FormatException($"the rule '{match}' is not supported, {e.Message}", e);
        }
    }

    /// <summary>
    /// The path; null when nobody wants the event, so that it is dropped, into the dead-letter topic if there is one. An event for which a rule
    /// has no answer (a field is missing) is a dead letter in Dapr; where Dapr, without such a topic, would lose it, the next rules are asked.
    /// </summary>
    public static string? PathFor(Subscription subscription, byte[] body)
    {
        using var json = subscription.Routes[0].Rule is null ? null : TryParse(body);
        foreach (var (rule, path) in subscription.Routes)
        {
            try
            {
                if (rule is null || rule.Matches(json?.RootElement ?? default)) return path;
            }
            catch (CelEvaluationException) when (subscription.DeadLetterTopic.Length > 0)
            {
                return null;
            }
            catch (CelEvaluationException)
            {
                continue;
            }
        }

        return null;
    }

    private static JsonDocument? TryParse(byte[] body)
    {
        try
        {
            return JsonDocument.Parse(body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
