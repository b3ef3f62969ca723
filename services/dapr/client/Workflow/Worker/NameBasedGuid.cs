using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Athene.Dapr.Workflow.Worker;

/// <summary>Ids that are equal in every replay: name-based UUIDs (version 5) under the id of the instance.</summary>
internal sealed class NameBasedGuid(string instanceId)
{
    // Dapr's SDK uses this namespace, so ids stay equal when an app changes between the SDKs.
    private static readonly Guid Namespace = new("6f927a2e-9c7e-4a1d-9b8d-7a86f2e7f62f");

    private readonly Guid root = Guid.TryParse(instanceId, out var id) ? id : Create(Namespace, instanceId);
    private int count;

    /// <summary>The next id of this instance.</summary>
    public Guid Next() => Create(root, $"{instanceId}_{count++}");

    /// <summary>The execution id of an activity call.</summary>
    public string ForActivity(int taskId, string name) => Create(root, $"{instanceId}|activity|{taskId}|{name}").ToString("N");

    [SuppressMessage("Security", "CA5350", Justification = "RFC 4122 prescribes SHA-1 for version 5; nothing is protected by it.")]
    internal static Guid Create(Guid scope, string name)
    {
        var nameLength = Encoding.UTF8.GetByteCount(name);
        var input = new byte[16 + nameLength];
        scope.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input.AsSpan(16));

        var hash = SHA1.HashData(input).AsSpan(0, 16);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
