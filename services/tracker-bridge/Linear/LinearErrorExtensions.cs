namespace Athene.TrackerBridge.Linear;

/// <summary>What Linear adds to an error.</summary>
/// <param name="Code">Such as <c>RATELIMITED</c> or <c>AUTHENTICATION_ERROR</c>.</param>
internal sealed record LinearErrorExtensions(string? Code, string? UserPresentableMessage);
