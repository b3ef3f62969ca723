namespace Athene.Notifier.Channels;

/// <summary>A channel could not tell something. Its message may go to people and holds no address and no secret of the channel.</summary>
public sealed class ChannelException(string why, Exception? innerException = null) : Exception(why, innerException)
{
    /// <summary>Whether trying again cannot help: a person has to change something.</summary>
    public bool IsPermanent { get; init; }

    /// <summary>Whether the configuration names no way to reach anybody here.</summary>
    public bool IsMisconfigured { get; init; }

    /// <summary>Whether it may have got through all the same: there was no answer.</summary>
    public bool MayHaveArrived { get; init; }

    /// <summary>The pause that the other end asks for.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
