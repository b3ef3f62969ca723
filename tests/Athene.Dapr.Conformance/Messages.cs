namespace Athene.Dapr.Conformance;

public sealed record Order(string Key, int Quantity, string Note);

/// <summary>An event that reached the app.</summary>
/// <param name="Route">The endpoint that it reached.</param>
public sealed record Delivery(string Route, Order Order, string TraceParent);

public sealed record Echo(string Method, string Word, string Query, string Body, string Header);
