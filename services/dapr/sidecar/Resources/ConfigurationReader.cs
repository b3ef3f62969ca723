using System.Globalization;
using Athene.Sidecar.Workflows;
using YamlDotNet.RepresentationModel;

namespace Athene.Sidecar.Resources;

/// <summary>Reads the one part of a Configuration file that the embedded sidecar follows: <c>spec.workflow</c>.</summary>
internal static class ConfigurationReader
{
    private static readonly string[] WorkflowKeys = ["maxConcurrentWorkflowInvocations", "maxConcurrentActivityInvocations", "stateRetentionPolicy"];
    private static readonly string[] RetentionKeys = ["anyTerminal", "completed", "failed", "terminated"];

    /// <returns>Null when the file says nothing about workflows.</returns>
    /// <exception cref="FormatException">A setting is unknown or not what it should be.</exception>
    public static WorkflowSettings? ReadWorkflow(YamlMappingNode root)
    {
        if (root.Map("spec") is not { } spec) return null;
        spec.AllowOnly("spec", "workflow");
        if (spec.Map("workflow") is not { } workflow) return null;
        workflow.AllowOnly("spec.workflow", WorkflowKeys);
        return new WorkflowSettings(Limit(workflow, WorkflowKeys[0]), Limit(workflow, WorkflowKeys[1]), workflow.Map(WorkflowKeys[2]) is { } policy ? ReadRetention(policy) : null);
    }

    private static WorkflowRetention ReadRetention(YamlMappingNode policy)
    {
        policy.AllowOnly("stateRetentionPolicy", RetentionKeys);
        return new WorkflowRetention(Duration(policy, RetentionKeys[0]), Duration(policy, RetentionKeys[1]), Duration(policy, RetentionKeys[2]), Duration(policy, RetentionKeys[3]));
    }

    private static TimeSpan? Duration(YamlMappingNode policy, string key) => policy.Text(key) is { } text ? GoDuration.Parse(text) : null;

    private static int? Limit(YamlMappingNode workflow, string key)
    {
        if (workflow.Text(key) is not { } text) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit > 0
            ? limit
            : throw new FormatException($"line {workflow.Start.Line}: '{key}' is '{text}'; write a whole number of 1 or more, or leave it out for no limit");
    }
}
