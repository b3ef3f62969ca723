using System.Text.Json;
using Athene.Dapr.Protocol;
using Google.Protobuf;

namespace Athene.Sidecar.Tests.Workflows;

/// <summary>Our own protocol file against real bytes.</summary>
public sealed class WireSampleTests
{
    private static readonly string[] FromSidecar = ["WorkItem", "GetInstanceResponse", "GetInstanceHistoryResponse"];

    [Fact]
    public void Samples_are_read_and_written_as_they_were_on_the_wire()
    {
        using var samples = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Recordings", "wire-samples.json")));
        var types = TaskhubReflection.Descriptor.MessageTypes.ToDictionary(type => type.Name);
        var count = 0;
        foreach (var sample in samples.RootElement.EnumerateArray())
        {
            var bytes = sample.GetProperty("protobufBase64").GetBytesFromBase64();
            var parser = types[sample.GetProperty("type").GetString()!].Parser;
            var decoded = parser.ParseFrom(bytes);
            var recorded = parser.ParseJson(sample.GetProperty("json").GetRawText());
            decoded.ShouldBe(recorded);
            // Go writes a one-of behind its neighbours; every other byte order is fixed.
            if (FromSidecar.Contains(decoded.Descriptor.Name)) decoded.CalculateSize().ShouldBe(bytes.Length);
            else decoded.ToByteArray().ShouldBe(bytes);
            count++;
        }

        count.ShouldBeGreaterThan(30);
    }
}
