using System.Collections.Concurrent;
using Athene.Hosting.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Athene.Configuration.Tests.Hosting;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Service_with_an_endpoint_sends_traces_metrics_and_logs_there()
    {
        var received = new ConcurrentDictionary<string, int>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/v1/{signal}", (string signal) => received.AddOrUpdate(signal, 1, (_, count) => count + 1));
        await collector.StartAsync();
        await using var service = await SampleService.StartAsync(
            $"--OTEL_EXPORTER_OTLP_ENDPOINT={collector.Urls.Single()}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf");

        await service.SendAsync(HttpMethod.Get, "/broken");
        await service.StopAsync();
        await service.DisposeAsync();

        received.Keys.Order().ShouldBe(["logs", "metrics", "traces"]);
    }

    [Theory]
    [InlineData("", false, false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://c", true, true, true)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://c", true, false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://c OTEL_LOGS_EXPORTER=none", true, true, false)]
    [InlineData("OTEL_METRICS_EXPORTER=otlp", false, true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://c OTEL_SDK_DISABLED=true", false, false, false)]
    public void Signals_follow_the_standard_variables(string variables, bool traces, bool metrics, bool logs)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(variables.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(variable => variable.Split('=', 2))
                .Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
            .Build();

        TelemetrySignals.From(configuration).ShouldBe(new TelemetrySignals(traces, metrics, logs));
    }
}
