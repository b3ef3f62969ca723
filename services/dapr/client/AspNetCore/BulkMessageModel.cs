namespace Athene.Dapr.AspNetCore;

/// <summary>The CloudEvent around one of the events delivered together, which <c>UseCloudEvents</c> does not unwrap.</summary>
public class BulkMessageModel<TValue>
{
    public BulkMessageModel()
    {
    }

    public BulkMessageModel(string id, string source, string type, string specversion, string datacontenttype, TValue data) =>
        (Id, Source, Type, Specversion, Datacontenttype, Data) = (id, source, type, specversion, datacontenttype, data);

    public string? Id { get; set; }

    public string? Source { get; set; }

    public string? Type { get; set; }

    public string? Specversion { get; set; }

    public string? Datacontenttype { get; set; }

    public TValue? Data { get; set; }
}
