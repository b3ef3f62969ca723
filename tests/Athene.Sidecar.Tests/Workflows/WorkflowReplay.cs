using System.Text.Json;
using System.Text.Json.Nodes;
using Athene.Dapr.Protocol;
using Athene.Dapr.Protocol.Grpc;
using Athene.Sidecar.Tests.Replay;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Google.Protobuf.WellKnownTypes;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>Plays the recorded client and the recorded worker against a live sidecar, and compares what the sidecar sends.</summary>
public sealed class WorkflowReplay(SidecarHost host, FakeTimeProvider clock) : IDisposable
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(false));
    private static readonly JsonFormatter Formatter = new(JsonFormatter.Settings.Default);

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Dictionary<string, MessageDescriptor> Methods = new()
    {
        ["Hello"] = Empty.Descriptor,
        ["StartInstance"] = CreateInstanceResponse.Descriptor,
        ["GetInstance"] = GetInstanceResponse.Descriptor,
        ["WaitForInstanceStart"] = GetInstanceResponse.Descriptor,
        ["WaitForInstanceCompletion"] = GetInstanceResponse.Descriptor,
        ["RaiseEvent"] = RaiseEventResponse.Descriptor,
        ["TerminateInstance"] = TerminateResponse.Descriptor,
        ["SuspendInstance"] = SuspendResponse.Descriptor,
        ["ResumeInstance"] = ResumeResponse.Descriptor,
        ["PurgeInstances"] = PurgeInstancesResponse.Descriptor,
        ["ListInstanceIDs"] = ListInstanceIDsResponse.Descriptor,
        ["GetInstanceHistory"] = GetInstanceHistoryResponse.Descriptor,
        ["CompleteOrchestratorTask"] = CompleteTaskResponse.Descriptor,
        ["CompleteActivityTask"] = CompleteTaskResponse.Descriptor,
    };

    private static readonly Dictionary<string, MessageDescriptor> Types = TaskhubReflection.Descriptor.MessageTypes.ToDictionary(type => type.Name);

    private readonly TaskHubClient client = new(host.App.GrpcPort);
    private readonly Placeholders placeholders = new();
    private readonly Dictionary<int, Task<string>> calls = [];
    private readonly List<WorkItem> waiting = [];
    private WorkStream? work;

    public async Task RunAsync(IEnumerable<RecordedMessage> messages)
    {
        foreach (var message in messages.Where(message => message.From != "note"))
        {
            switch (message)
            {
                case { Method: "GetWorkItems", Kind: "request" }: work = client.OpenWork(); break;
                case { Method: "GetWorkItems", Kind: "cancel" }: work!.Dispose(); break;
                case { Method: "GetWorkItems" }: await ExpectItemAsync(message); break;
                case { Kind: "request" }: calls[message.Call] = CallAsync(message); break;
                default: Compare($"{message.Method} {message.Call}", message.Json, await calls[message.Call]); break;
            }
        }
    }

    public void Dispose()
    {
        work?.Dispose();
        client.Dispose();
    }

    private async Task<string> CallAsync(RecordedMessage message)
    {
        var type = message.Type == "Empty" ? Empty.Descriptor : Types[message.Type];
        var request = Parser.Parse(placeholders.FillAndInvent(message.Json), type);
        try
        {
            var descriptor = Methods[message.Method];
            var bytes = await client.CallAsync(message.Method, request, RawMessage.Parser(descriptor));
            return Formatter.Format(bytes.Message);
        }
        catch (GrpcException e)
        {
            return JsonSerializer.Serialize(new { code = (int)e.Status, message = e.Message });
        }
    }

    private async Task ExpectItemAsync(RecordedMessage expected)
    {
        MoveClock(expected.Json);
        var key = KeyOf(Parser.Parse<WorkItem>(placeholders.Fill(expected.Json)));
        WorkItem? item;
        // Work for different instances and activities may overtake each other; for one of them it cannot.
        while ((item = waiting.Find(candidate => KeyOf(candidate) == key)) is null) waiting.Add(await work!.NextAsync());
        waiting.Remove(item);
        Compare(key, expected.Json, Formatter.Format(item));
    }

    /// <summary>The recorded turn had its time; timers that are due by then fire.</summary>
    private void MoveClock(string json)
    {
        var started = JsonNode.Parse(json)!["workflowRequest"]?["newEvents"]?[0]?["timestamp"]?.GetValue<string>();
        if (started is null) return;
        var ahead = DateTimeOffset.Parse(started, System.Globalization.CultureInfo.InvariantCulture) - clock.GetUtcNow();
        if (ahead > TimeSpan.Zero) clock.Advance(ahead);
    }

    private void Compare(string where, string recorded, string actual)
    {
        var (expected, real) = (Normalize(recorded), Normalize(actual));
        placeholders.Matches(expected, real).ShouldBeTrue($"{where}:\n{real}\ninstead of\n{placeholders.Fill(expected)}");
    }

    /// <summary>Keys in order, and without what is new every time: times (but not those that a workflow chose) and spans.</summary>
    private static string Normalize(string json)
    {
        return Sorted(JsonNode.Parse(json))!.ToJsonString(Relaxed);

        static JsonNode? Sorted(JsonNode? node) => node switch
        {
            JsonObject map => new JsonObject(map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => KeyValuePair.Create(pair.Key, pair.Key switch
            {
                "timestamp" or "createdTimestamp" or "lastUpdatedTimestamp" or "startedAt" or "traceParent" => JsonValue.Create("*"),
                "name" when map.ContainsKey("code") => null,
                // Written with three, six or nine digits by one side, without trailing zeros by the other.
                "fireAt" or "scheduledStartTimestamp" => JsonValue.Create(pair.Value!.GetValue<string>().TrimEnd('Z').TrimEnd('0')),
                _ => Sorted(pair.Value),
            })).Where(pair => pair.Value is not null)),
            JsonArray list => new JsonArray([.. list.Select(Sorted)]),
            null => null,
            _ => node.DeepClone(),
        };
    }

    private static string KeyOf(WorkItem item) => item.WorkflowRequest is { } turn
        ? $"turn {turn.InstanceId}"
        : $"activity {item.ActivityRequest.WorkflowInstance.InstanceId}/{item.ActivityRequest.TaskId}";
}
