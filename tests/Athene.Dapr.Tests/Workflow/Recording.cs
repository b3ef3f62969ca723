using System.Text.Json;
using Athene.Dapr.Protocol;
using Google.Protobuf;

namespace Athene.Dapr.Tests.Workflow;

/// <summary>What really passed between a sidecar and the official SDK: the work a worker was sent, and what it answered.</summary>
public sealed class Recording
{
    private static readonly JsonParser Parser = new(JsonParser.Settings.Default.WithIgnoreUnknownFields(true));
    private readonly List<(WorkflowRequest, WorkflowResponse)> turns = [];
    private readonly List<(ActivityRequest, ActivityResponse)> activities = [];

    private Recording(string path)
    {
        List<WorkflowRequest> askedTurns = [];
        List<ActivityRequest> askedActivities = [];
        using var document = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (var entry in document.RootElement.GetProperty("messages").EnumerateArray())
        {
            if (!entry.TryGetProperty("type", out var type)) continue;
            var message = entry.GetProperty("message").GetRawText();
            switch (type.GetString())
            {
                case "WorkItem" when Parser.Parse<WorkItem>(message) is { WorkflowRequest: { } turn }:
                    askedTurns.Add(turn);
                    break;
                case "WorkItem":
                    askedActivities.Add(Parser.Parse<WorkItem>(message).ActivityRequest);
                    break;
                case "WorkflowResponse":
                    var answer = Parser.Parse<WorkflowResponse>(message);
                    turns.Add((Take(askedTurns, asked => asked.InstanceId == answer.InstanceId), answer));
                    break;
                case "ActivityResponse":
                    var result = Parser.Parse<ActivityResponse>(message);
                    activities.Add((
                        Take(askedActivities, asked => asked.WorkflowInstance.InstanceId == result.InstanceId && asked.TaskId == result.TaskId),
                        result));
                    break;
            }
        }
    }

    public IReadOnlyList<(WorkflowRequest Request, WorkflowResponse Response)> Turns => turns;

    public IReadOnlyList<(ActivityRequest Request, ActivityResponse Response)> Activities => activities;

    public static IEnumerable<string> Names =>
        Directory.EnumerateFiles(Folder, "workflow-*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal);

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Recordings");

    public static Recording Read(string name) => new(Path.Combine(Folder, $"{name}.json"));

    private static T Take<T>(List<T> asked, Predicate<T> match)
    {
        var index = asked.FindLastIndex(match);
        var found = asked[index];
        asked.RemoveAt(index);
        return found;
    }
}
