using System.Text.Json;
using Athene.Testing.Npm;

namespace Athene.TrackerBridge.Tests.Webhooks;

/// <summary>The payloads of every event that GitHub, and five versions of its enterprise server, are documented to send.</summary>
public sealed class ExamplePayloads : IAsyncLifetime
{
    public IReadOnlyList<(string Event, string Body)> All { get; private set; } = [];

    public async Task InitializeAsync()
    {
        var project = await NpmProject.InstallAsync(Path.Combine(AppContext.BaseDirectory, "Webhooks", "Examples"), "webhook-examples");
        var files = Directory.GetFiles(Path.Combine(project, "node_modules", "@octokit", "webhooks-examples"), "index.json", SearchOption.AllDirectories);
        List<(string, string)> all = [];
        foreach (var file in files)
        {
            using var events = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
            all.AddRange(events.RootElement.EnumerateArray().SelectMany(known => known.GetProperty("examples").EnumerateArray()
                .Select(example => (known.GetProperty("name").GetString()!, example.GetRawText()))));
        }

        All = [.. all.Distinct()];
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
