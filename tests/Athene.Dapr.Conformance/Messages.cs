namespace Athene.Dapr.Conformance;

public sealed record Order(string Key, int Quantity, string Note);

public sealed record Delivery(Order Order, string TraceParent);

public sealed record Echo(string Method, string Word, string Query);
