namespace Athene.Sidecar.Grpc;

/// <summary>Answers one call: reads its request and writes what there is to answer. The router ends the call, also after an exception.</summary>
/// <param name="stop">Cancelled when the caller leaves or the sidecar stops.</param>
internal delegate Task GrpcMethod(HttpContext context, CancellationToken stop);
