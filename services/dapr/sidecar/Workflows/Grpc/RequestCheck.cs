using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Workflows.Grpc;

/// <summary>
/// Refuses what a message may hold and a workflow cannot: times that are none, and steps without what they are about. It must not get as far as the
/// store, or it would be found there again at every start.
/// </summary>
internal static class RequestCheck
{
    /// <summary>The first and the last second of the years that a timestamp covers, since 1970.</summary>
    private const long FirstSecond = -62_135_596_800;
    private const long LastSecond = 253_402_300_799;
    private const int NanosPerSecond = 1_000_000_000;

    /// <exception cref="GrpcException">The message cannot be meant.</exception>
    public static void Check(IMessage request)
    {
        switch (request)
        {
            case CreateInstanceRequest { ScheduledStartTimestamp: { } start }:
                Require(IsTime(start), "scheduledStartTimestamp is not a time");
                break;
            case PurgeInstancesRequest { PurgeInstanceFilter: { } filter }:
                Require(filter.CreatedTimeFrom is not { } from || IsTime(from), "createdTimeFrom is not a time");
                Require(filter.CreatedTimeTo is not { } to || IsTime(to), "createdTimeTo is not a time");
                break;
            case WorkflowResponse answer:
                foreach (var action in answer.Actions) Check(action);
                break;
        }
    }

    private static void Check(WorkflowAction action)
    {
        if (action.CreateTimer is { } timer) Require(timer.FireAt is { } due && IsTime(due), $"the timer of step {action.Id} has no time to fire at");
        if (action.SendEvent is { } send) Require(send.Instance is not null, $"the event of step {action.Id} has no receiver");
    }

    private static bool IsTime(Timestamp time) => time.Seconds is >= FirstSecond and <= LastSecond && time.Nanos is >= 0 and < NanosPerSecond;

    private static void Require(bool condition, string otherwise)
    {
        if (!condition) throw new GrpcException(GrpcStatus.InvalidArgument, otherwise);
    }
}
