using Microsoft.Extensions.Logging;

namespace Athene.Dapr;

internal static partial class SubscriptionDocument
{
    [LoggerMessage(1, LogLevel.Error, "Several routes take what no rule of topic {Topic} of {PubSub} matches: {Routes}. Only the first of them gets it.")]
    private static partial void LogSeveralDefaults(ILogger logger, string topic, string pubSub, string routes);

    [LoggerMessage(2, LogLevel.Error, "Topic {Topic} of {PubSub} has {Count} rules of priority {Priority}, so that their order is left to chance. Give each its own.")]
    private static partial void LogSamePriority(ILogger logger, string topic, string pubSub, int count, int priority);
}
