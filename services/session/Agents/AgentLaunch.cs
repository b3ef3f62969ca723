using Athene.Configuration;
using Athene.Configuration.Agents;
using Athene.Configuration.Projects;
using Athene.Session.Machine.Hooks;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Prompts;
using Athene.Session.Records;

namespace Athene.Session.Agents;

/// <summary>Puts together what starts the agent of a session: its argument vector, environment and extra files.</summary>
public sealed class AgentLaunch(
    AtheneHome home, AtheneConfiguration configuration, AgentCatalog agents, ServiceAddress address, HookSpool spool)
{
    /// <summary>The terminal to create; the files that the agent wants beside it are written.</summary>
    public async Task<RuntimeRequest> PrepareAsync(SessionRecord session, ProjectConfiguration project, CancellationToken cancellationToken)
    {
        var profile = agents.Get(session.Agent);
        var files = PromptFiles.Of(home, session);
        var first = files.FirstMessage(session) is { } file && File.Exists(file) ? await File.ReadAllTextAsync(file, cancellationToken) : null;
        var system = await File.ReadAllTextAsync(files.System, cancellationToken);
        var addition = AgentAddition.For(profile, files.Directory, files.System, Path.Combine(home.WrappersDirectory, Wrappers.HookProgram));
        foreach (var added in addition.Files) await File.WriteAllTextAsync(added.Path, added.Content, cancellationToken);
        spool.Open(session.Id);

        var values = ValuesOf(session, files, first, system) with { HooksFile = addition.HooksFile };
        return new RuntimeRequest(
            session.Id,
            session.LaunchId,
            session.WorkspacePath!,
            CommandOf(session, profile, values),
            EnvironmentOf(session, project, profile.EnvironmentIn(session.Permissions), addition.Environment),
            files.Launcher)
        {
            Runtime = session.RuntimeName,
        };
    }

    /// <summary>What is typed first into an agent that does not take it as an argument; null when its own conversation goes on.</summary>
    public async Task<string?> FirstMessageAsync(SessionRecord session, CancellationToken cancellationToken)
    {
        var files = PromptFiles.Of(home, session);
        if (files.FirstMessage(session) is not { } file) return null;
        var text = await File.ReadAllTextAsync(file, cancellationToken);
        var system = await File.ReadAllTextAsync(files.System, cancellationToken);
        return AgentCommand.Message(agents.Get(session.Agent), ValuesOf(session, files, text, system));
    }

    private static IReadOnlyList<string> CommandOf(SessionRecord session, AgentProfile profile, LaunchValues values) => session.Resumed
        ? AgentCommand.Resume(profile, values) ?? throw AgentErrors.WithoutResume(profile.Name)
        : AgentCommand.Launch(profile, values);

    private static LaunchValues ValuesOf(SessionRecord session, PromptFiles files, string? first, string system) => new(
        session.Id, session.WorkspacePath!, session.Branch!, first, system, files.System, session.Model, session.Permissions,
        session.NativeSessionId, session.Issue, files.Directory);

    private IReadOnlyDictionary<string, string> EnvironmentOf(
        SessionRecord session, ProjectConfiguration project, IReadOnlyDictionary<string, string> profile, IReadOnlyDictionary<string, string> additions) =>
        new AgentEnvironment(
            session.Id,
            session.ProjectId,
            IsOrchestrator: session.Kind is Contracts.Sessions.SessionKind.Orchestrator,
            address.Value,
            HomeToken.ForSession(HomeToken.ReadOrCreate(home), new SessionToken(session.Id, session.LaunchId)),
            home.WrappersDirectory,
            Environment.GetEnvironmentVariable("PATH") ?? "",
            profile,
            project.Env,
            additions,
            session.Issue,
            configuration.File).Build();
}
