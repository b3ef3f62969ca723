using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Athene.Cli.Output;
using Athene.Configuration;

namespace Athene.Cli.Supervision;

/// <summary>Reads and writes <c>ATHENE_HOME/run/up.json</c>. A reader never sees half of it.</summary>
internal static class RunFile
{
    private static JsonTypeInfo<RunDocument> Type => (JsonTypeInfo<RunDocument>)CliJson.Indented.GetTypeInfo(typeof(RunDocument));

    /// <summary>What is said to run; null when nothing is, or when the file is not ours.</summary>
    public static RunDocument? Read(AtheneHome home)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllText(home.RunFile), Type);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            // Nothing runs, or a crash of the machine tore the file: both mean that nobody vouches for a run.
            return null;
        }
    }

    public static void Write(AtheneHome home, RunDocument run)
    {
        Directory.CreateDirectory(home.RunDirectory);
        var draft = $"{home.RunFile}.{Environment.ProcessId}";
        File.WriteAllText(draft, JsonSerializer.Serialize(run, Type));
        File.Move(draft, home.RunFile, overwrite: true);
    }

    public static void Remove(AtheneHome home) => File.Delete(home.RunFile);
}
