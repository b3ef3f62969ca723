using Athene.Configuration.Projects;
using Athene.Configuration.Yaml;

namespace Athene.Configuration.Reading;

/// <summary>Reads how many sessions may run at a time.</summary>
internal static class LimitsReader
{
    public static LimitsConfiguration Read(YamlSection? section)
    {
        var defaults = new LimitsConfiguration();
        if (section is null) return defaults;
        var limits = new LimitsConfiguration
        {
            MaxSessions = section.Number("maxSessions", least: 1),
            MinFreeMemoryMb = section.Number("minFreeMemoryMb") ?? defaults.MinFreeMemoryMb,
            SessionMemoryMb = section.Number("sessionMemoryMb") ?? defaults.SessionMemoryMb,
            ResumeAfterLimit = section.Flag("resumeAfterLimit") ?? defaults.ResumeAfterLimit,
        };
        section.Close();
        return limits;
    }

    public static ProjectLimits ReadOfProject(YamlSection? section)
    {
        if (section is null) return new ProjectLimits();
        var limits = new ProjectLimits(section.Number("maxSessions", least: 1), section.Flag("resumeAfterLimit"));
        section.Close();
        return limits;
    }
}
