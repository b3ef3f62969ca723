using System.Text.Json;
using Athene.Configuration.Agents;
using Athene.Session.Agents;
using Athene.Session.Machine.Observation;

namespace Athene.Session.Tests.Machine.Observation;

/// <summary>
/// Screens of the real agents, in the versions that their profiles name, at a scripted model. A file is called after the activity that its screen
/// shows; "unknown" ones show nothing of the kind, however much their words may sound like it.
/// </summary>
public sealed class RecordedScreenTests
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "Machine", "Observation", "Screens");

    private static readonly AgentCatalog Agents = AgentCatalog.Load("none", new Dictionary<string, AgentProfileLayer>(), _ => null);

    public static IEnumerable<object[]> Screens => Directory.EnumerateFiles(Root, "*.txt", SearchOption.AllDirectories)
        .Select(file => new object[] { Path.GetFileName(Path.GetDirectoryName(file))!, Path.GetFileNameWithoutExtension(file) });

    [Theory]
    [MemberData(nameof(Screens))]
    public void Classify_ofARecordedScreen_isWhatItShows(string agent, string name)
    {
        var screen = File.ReadAllText(Path.Combine(Root, agent, $"{name}.txt"));

        var verdict = new ScreenClassifier(Agents.Get(agent).Activity).Classify(screen);

        JsonNamingPolicy.SnakeCaseLower.ConvertName(verdict.Activity.ToString()).ShouldBe(name.Split('-')[0], verdict.Evidence);
    }
}
