using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Athene.TrackerBridge.GitLab;

/// <summary>The logins of the <c>glab</c> command, each for the one host that the owner logged in to.</summary>
public sealed partial class GlabLogins(IConfiguration configuration, ILogger<GlabLogins> logger)
{
    /// <summary>The token for exactly this scheme, host and port; null when there is no login there.</summary>
    public async Task<string?> TokenForAsync(Uri api, CancellationToken cancellationToken)
    {
        if (!File.Exists(ConfigurationFile)) return null;
        try
        {
            return TokenIn(await File.ReadAllTextAsync(ConfigurationFile, cancellationToken), api);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or YamlException)
        {
            LogUnreadable(ConfigurationFile, unreadable.Message);
            return null;
        }
    }

    private string ConfigurationFile => Path.Combine(
        configuration["GLAB_CONFIG_DIR"]
            ?? Path.Combine(
                configuration["XDG_CONFIG_HOME"] ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config"),
                "glab-cli"),
        "config.yml");

    /// <exception cref="YamlException">The text is no YAML.</exception>
    internal static string? TokenIn(string text, Uri api)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        if (stream.Documents.Count == 0 || Child(stream.Documents[0].RootNode, "hosts") is not YamlMappingNode hosts) return null;
        foreach (var (name, login) in hosts.Children)
        {
            var address = $"{Text(login, "api_protocol") ?? "https"}://{Text(login, "api_host") ?? (name as YamlScalarNode)?.Value}";
            if (Uri.TryCreate(address, UriKind.Absolute, out var host) && ApiAddress.OriginOf(host) == ApiAddress.OriginOf(api)) return Text(login, "token");
        }

        return null;
    }

    private static string? Text(YamlNode node, string key) => Child(node, key) is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : null;

    private static YamlNode? Child(YamlNode node, string key) =>
        node is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var child) ? child : null;
}
