namespace Athene.EndToEnd.Tests.Harness;

/// <summary>
/// The repository's <c>dapr.yaml</c> without its ports: every port is then any free one, so that installations of tests that run side by side
/// (or beside somebody's own Athene) do not race for the same few.
/// </summary>
internal static class RunTemplate
{
    private static readonly string[] PortKeys = ["appPort:", "daprHTTPPort:", "daprGRPCPort:"];

    /// <summary>Writes it to <paramref name="path"/>, which is returned.</summary>
    public static string WriteWithoutPorts(string path)
    {
        var root = Checkout.Root();
        var lines = File.ReadAllLines(Path.Combine(root, "dapr.yaml"))
            .Where(line => !PortKeys.Any(key => line.TrimStart().StartsWith(key, StringComparison.Ordinal)))
            .Select(line => line
                .Replace("appDirPath: .", $"appDirPath: {root}", StringComparison.Ordinal)
                .Replace("resourcesPath: ./", $"resourcesPath: {root}/", StringComparison.Ordinal));
        File.WriteAllLines(path, lines);
        return path;
    }
}
