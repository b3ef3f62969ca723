namespace Athene.Hosting.Callers;

/// <summary>Lets agents use an endpoint, with the token of their session. An endpoint may have several; one that fits is enough.</summary>
/// <param name="RouteValue">The route value that names what the request is about; null when nothing does.</param>
public sealed record SessionGrant(SessionRelation Relation, string? RouteValue = null);
