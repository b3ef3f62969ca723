using System.Text.Json.Nodes;

namespace Athene.Sidecar.Tests.Secrets;

/// <summary>The options of <c>secretstores.local.file</c>.</summary>
public sealed class FileSecretsTests
{
    private const string File = """{"plain":"p","db":{"user":"u","hosts":["h0","h1"],"deep":{"key":"k"}}}""";

    [Theory]
    [InlineData("", "db:deep:key")]
    [InlineData("{ name: nestedSeparator, value: '.' }", "db.deep.key")]
    public async Task Nested_values_have_names_joined_by_the_separator(string option, string name)
    {
        await using var store = await StartAsync(option);
        (await GetAsync(store, name)).ShouldBe($$"""{"{{name}}":"k"}""");
    }

    [Fact]
    public async Task Multi_valued_store_gives_all_values_of_a_secret_at_once()
    {
        await using var store = await StartAsync("{ name: multiValued, value: 'true' }, { name: nestedSeparator, value: '/' }");
        var expected = JsonNode.Parse("""{"user":"u","hosts/0":"h0","hosts/1":"h1","deep/key":"k"}""");
        JsonNode.DeepEquals(JsonNode.Parse(await GetAsync(store, "db")), expected).ShouldBeTrue();
        (await GetAsync(store, "plain")).ShouldBe("""{"plain":"p"}""");
        JsonNode.Parse(await GetAsync(store, "bulk"))!.AsObject().Select(secret => secret.Key).ShouldBe(["plain", "db"], ignoreOrder: true);
    }

    private static async Task<SidecarHost> StartAsync(string options)
    {
        using var directory = new TemporaryDirectory();
        var file = directory.Combine("secrets.json");
        await System.IO.File.WriteAllTextAsync(file, File);
        var yaml = $"kind: Component\nmetadata: {{ name: store }}\nspec: {{ type: secretstores.local.file, metadata: [{{ name: secretsFile, value: '{file}' }}{(options.Length > 0 ? ", " : "")}{options}] }}";
        var host = await SidecarHost.StartAsync(resources: new Dictionary<string, string> { ["file.yaml"] = yaml });
        // The file is read with the first question.
        (await host.Http.GetAsync("/v1.0/secrets/store/bulk")).EnsureSuccessStatusCode();
        return host;
    }

    private static async Task<string> GetAsync(SidecarHost host, string name) => (await host.Http.GetStringAsync($"/v1.0/secrets/store/{name}")).TrimEnd('\n');
}
