using Athene.Dapr.Protocol.Runtime;
using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.Secrets;

/// <summary>The secret methods of the Dapr gRPC service.</summary>
internal sealed class SecretCalls(SecretStores stores)
{
    public GetSecretResponse Get(HttpContext context, GetSecretRequest request)
    {
        var response = new GetSecretResponse();
        foreach (var (name, value) in stores.Get(request.StoreName, context.CallingApp().Id, request.Key)) response.Data.Add(name, value);
        return response;
    }

    public GetBulkSecretResponse GetAll(HttpContext context, GetBulkSecretRequest request)
    {
        var response = new GetBulkSecretResponse();
        foreach (var (name, values) in stores.GetAll(request.StoreName, context.CallingApp().Id))
        {
            var secret = new SecretResponse();
            foreach (var (key, value) in values) secret.Secrets.Add(key, value);
            response.Data.Add(name, secret);
        }

        return response;
    }
}
