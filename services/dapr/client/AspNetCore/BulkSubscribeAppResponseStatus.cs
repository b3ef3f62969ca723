namespace Athene.Dapr.AspNetCore;

/// <summary>What an app says about an event delivered with others, in Dapr's words.</summary>
public enum BulkSubscribeAppResponseStatus
{
    /// <summary>It is done with.</summary>
    SUCCESS,

    /// <summary>It is to be delivered again.</summary>
    RETRY,

    /// <summary>It is to be given up, to the dead-letter topic if there is one.</summary>
    DROP,
}
