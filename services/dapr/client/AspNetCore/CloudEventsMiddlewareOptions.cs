namespace Athene.Dapr;

/// <summary>How events are unwrapped before they reach an endpoint.</summary>
public class CloudEventsMiddlewareOptions
{
    /// <summary>Leaves text payloads in their JSON quotes, as the first SDK did.</summary>
    public bool SuppressJsonDecodingOfTextPayloads { get; set; }

    /// <summary>Hands on the envelope's attributes as request headers <c>Cloudevent.name</c>.</summary>
    public bool ForwardCloudEventPropertiesAsHeaders { get; set; }

    /// <summary>The attributes to hand on; all when null.</summary>
    public string[]? IncludedCloudEventPropertiesAsHeaders { get; set; }

    /// <summary>The attributes not to hand on.</summary>
    public string[]? ExcludedCloudEventPropertiesFromHeaders { get; set; }
}
