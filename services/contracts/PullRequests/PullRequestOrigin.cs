namespace Athene.Contracts.PullRequests;

/// <summary>How a session came to own a pull request.</summary>
public enum PullRequestOrigin
{
    /// <summary>Its agent said that it opened it.</summary>
    Reported,

    /// <summary>Somebody claimed it for the session.</summary>
    Claimed,

    /// <summary>It was found by the session's branch.</summary>
    Detected,
}
