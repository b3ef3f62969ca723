using System.Text.Json;
using Athene.Dapr.Protocol;
using Athene.Sidecar.Hosting;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Workflows;

/// <summary>A workflow's state as the HTTP API shows it.</summary>
internal static class WorkflowJson
{
    public static void Write(Utf8JsonWriter json, WorkflowState state)
    {
        json.WriteStartObject();
        json.WriteString("instanceID", state.InstanceId);
        if (state.Name.Length > 0) json.WriteString("workflowName", state.Name);
        json.WriteString("createdAt", Time(state.CreatedTimestamp));
        json.WriteString("lastUpdatedAt", Time(state.LastUpdatedTimestamp));
        json.WriteString("runtimeStatus", state.WorkflowStatus.Word());
        var properties = Properties(state).Where(property => property.Value is not null).ToList();
        if (properties.Count > 0)
        {
            json.WriteStartObject("properties");
            foreach (var (name, value) in properties) json.WriteString($"dapr.workflow.{name}", value);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static IEnumerable<(string Name, string? Value)> Properties(WorkflowState state)
    {
        yield return ("custom_status", state.CustomStatus);
        yield return ("failure.error_message", state.FailureDetails?.ErrorMessage);
        yield return ("failure.error_type", state.FailureDetails?.ErrorType);
        yield return ("failure.stack_trace", state.FailureDetails is null ? null : state.FailureDetails.StackTrace ?? "");
        yield return ("input", state.Input);
        yield return ("output", state.Output);
    }

    private static string Time(Timestamp? time) => Rfc3339.Exact(time?.ToDateTimeOffset() ?? DateTimeOffset.MinValue);
}
