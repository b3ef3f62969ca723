using Athene.Configuration;
using Athene.Configuration.Agents;
using Athene.Configuration.Projects;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Prompts;
using Athene.Session.Records;

namespace Athene.Session.Agents;

/// <summary>Puts together what starts the agent of a session: its argument vector, environment and extra files.</summary>
public sealed class AgentLaunch(AtheneHome home, AtheneConfiguration configuration, AgentCatalog agents, ServiceAddress address)
{
    /// <summary>The terminal to create; the files that the agent wants beside it are written.</summary>
    public async Task<RuntimeRequest> PrepareAsync(SessionRecord session, ProjectConfiguration project, CancellationToken cancellationToken)
    {
        var profile = agents.Get(session.Agent);
        var files = PromptFiles.Of(home, session);
        var first = files.FirstMessage(session) is { } file && File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : null;
        var system = await File.ReadAllTextAsync(files.System, cancellationToken);
        var addition = AgentAddition.For(profile, files.Directory, files.System);
        foreach (var added in addition.Files) await File.WriteAllTextAsync(added.Path, added.Content, cancellationToken);

        var values = new LaunchValues(
            session.Id, session.WorkspacePath!, session.Branch!, first, system, files.System, session.Model, session.Permissions,
            session.NativeSessionId, session.Issue);
        return new RuntimeRequest(
            session.Id,
            session.LaunchId,
            session.WorkspacePath!,
            CommandOf(session, profile, values),
            EnvironmentOf(session, project, profile.Env, addition.Environment),
            files.Launcher)
        {
            Runtime = session.RuntimeName,
        };
    }

    private static IReadOnlyList<string> CommandOf(SessionRecord session, AgentProfile profile, LaunchValues values) => session.Resumed
        ? AgentCommand.Resume(profile, values) ?? throw AgentErrors.WithoutResume(profile.Name)
        : AgentCommand.Launch(profile, values);

    private IReadOnlyDictionary<string, string> EnvironmentOf(
        SessionRecord session, ProjectConfiguration project, IReadOnlyDictionary<string, string> profile, IReadOnlyDictionary<string, string> additions) =>
        new AgentEnvironment(
            session.Id,
            session.ProjectId,
            IsOrchestrator: session.Kind is Contracts.Sessions.SessionKind.Orchestrator,
            address.Value,
            HomeToken.ForSession(HomeToken.ReadOrCreate(home), session.Id),
            home.Root,
            home.WrappersDirectory,
            Environment.GetEnvironmentVariable("PATH") ?? "",
            profile,
            project.Env,
            additions,
            session.Issue,
            configuration.File).Build();
}
