using System.Text.Json;
using Athene.Testing.Npm;

namespace Athene.TrackerBridge.Tests.GitHubHost;

/// <summary>What GitHub publishes of its APIs: the OpenAPI description of REST, and the schema of GraphQL.</summary>
public sealed class GitHubSchemas : IAsyncLifetime
{
    private static readonly string Source = Path.Combine(AppContext.BaseDirectory, "GitHubHost", "Schemas");

    private string folder = "";
    private JsonDocument? openApi;

    public async Task InitializeAsync()
    {
        folder = await NpmProject.InstallAsync(Source, "github-schemas");
        await using var file = File.OpenRead(Path.Combine(folder, "node_modules", "@octokit", "openapi", "generated", "api.github.com.json"));
        openApi = await JsonDocument.ParseAsync(file);
    }

    public Task DisposeAsync()
    {
        openApi?.Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What the description has against an answer; empty for nothing.</summary>
    /// <param name="path">As the description writes it, such as <c>/repos/{owner}/{repo}</c>.</param>
    public IReadOnlyList<string> ProblemsOf(string path, string method, int status, JsonElement answer)
    {
        var root = openApi!.RootElement;
        var schema = new JsonSchema(root);
        var response = schema.Resolve(root.GetProperty("paths").GetProperty(path).GetProperty(method).GetProperty("responses").GetProperty($"{status}"));
        return schema.ProblemsOf(response.GetProperty("content").GetProperty("application/json").GetProperty("schema"), answer, "");
    }

    /// <summary>What the schema has against GraphQL documents; empty for nothing.</summary>
    public async Task<IReadOnlyList<string>> ProblemsOfAsync(IReadOnlyList<string> documents)
    {
        var outcome = await Cli.Wrap("node").WithArguments([Path.Combine(Source, "validate.cjs"), folder])
            .WithStandardInputPipe(PipeSource.FromString(JsonSerializer.Serialize(documents))).ExecuteBufferedAsync();
        return JsonSerializer.Deserialize<string[]>(outcome.StandardOutput)!;
    }
}
