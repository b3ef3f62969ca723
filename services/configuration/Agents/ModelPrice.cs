namespace Athene.Configuration.Agents;

/// <summary>What a million tokens of a model cost, in US dollars.</summary>
/// <param name="CacheRead">Of what is read from the prompt cache.</param>
/// <param name="CacheWrite">Of what is written to it.</param>
public sealed record ModelPrice(decimal Input, decimal Output, decimal CacheRead, decimal CacheWrite);
