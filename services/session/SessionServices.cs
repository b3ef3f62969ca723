using Athene.Configuration;
using Athene.Contracts.Json;
using Athene.Hosting.Callers;
using Athene.Session.Agents;
using Athene.Session.Claims;
using Athene.Session.Cleaning;
using Athene.Session.Faults;
using Athene.Session.History;
using Athene.Session.Machine.Agents;
using Athene.Session.Machine.Observation;
using Athene.Session.Machine.Runtimes;
using Athene.Session.Machine.Terminals;
using Athene.Session.Machine.Workspaces;
using Athene.Session.Messages;
using Athene.Session.Observing;
using Athene.Session.Operations;
using Athene.Session.Orchestrators;
using Athene.Session.Projects;
using Athene.Session.Prompts;
using Athene.Session.PullRequests;
using Athene.Session.Records;
using Athene.Session.Reports;
using Athene.Session.Retention;
using Athene.Session.Sessions;
using Athene.Session.Trackers;
using Athene.Session.Workflows;
using Athene.Session.Workflows.Steps;

namespace Athene.Session;

/// <summary>The parts of the session service, and how they are put together.</summary>
internal static class SessionServices
{
    public static void AddDapr(this WebApplicationBuilder builder)
    {
        builder.Services.AddDaprClient(dapr => dapr.UseJsonSerializationOptions(AtheneJson.Options));
        builder.Services.AddSingleton<IIssueTracker>(services =>
            new TrackerBridge(services.GetRequiredService<DaprClient>().CreateInvokableHttpClient(TrackerBridge.AppId)));
    }

    public static void AddConfiguration(this WebApplicationBuilder builder)
    {
        var configuration = ConfigurationLoader.LoadFromEnvironment();
        var home = AtheneHome.From(builder.Configuration[AtheneHome.Variable]);
        // Whoever waited for 'athene up' reads the token next.
        HomeToken.ReadOrCreate(home);
        builder.Services.AddSingleton(configuration);
        builder.Services.AddSingleton(AgentCatalog.Load(home.AgentsDirectory, configuration.Agents, Environment.GetEnvironmentVariable));
        builder.Services.AddSingleton<AgentChooser>();
        builder.Services.AddSingleton<SessionProfiles>();
    }

    public static void AddRecords(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IDocuments, DaprDocuments>();
        builder.Services.AddSingleton<ILedger, Ledger>();
        builder.Services.AddSingleton<IProjectCatalog, ProjectCatalog>();
        builder.Services.AddSingleton<RepositoryFacts>();
        builder.Services.AddSingleton<EventFeed>();
        builder.Services.AddSingleton<EventIntake>();
        builder.Services.AddSingleton<EventStream>();
        builder.Services.AddSingleton<EventWriter>();
        builder.Services.AddSingleton<HistoryReader>();
        builder.Services.AddSingleton<OutgoingEvents>();
        builder.Services.AddHostedService<EventPublisher>();
    }

    public static void AddMachine(this WebApplicationBuilder builder)
    {
        var home = AtheneHome.From(builder.Configuration[AtheneHome.Variable]);
        builder.Services.AddSingleton(MachineName.Local);
        builder.Services.AddSingleton(ServiceAddress.From(builder.Configuration));
        builder.Services.AddSingleton(new TmuxOptions { AtheneHome = home.Root });
        builder.Services.AddSingleton<TmuxRuntime>();
        builder.Services.AddSingleton(new ProcessRuntimeOptions { AtheneHome = home.Root });
        builder.Services.AddSingleton<ProcessRuntime>();
        builder.Services.AddSingleton<IRuntime>(services =>
            new RuntimeChoice([services.GetRequiredService<ProcessRuntime>(), services.GetRequiredService<TmuxRuntime>()]));
        builder.Services.AddSingleton<GitWorktrees>();
        builder.Services.AddSingleton<GitClones>();
        builder.Services.AddSingleton<IWorkspaces, WorkspaceChoice>();
        builder.Services.AddSingleton<IUnsavedWork, GitUnsavedWork>();
        builder.Services.AddSingleton<IRepositories, GitRepositories>();
        builder.Services.AddSingleton<IConversations, Conversations>();
        builder.Services.AddSingleton<AgentLaunch>();
        builder.Services.AddHostedService<Wrappers>();
    }

    public static void AddOperations(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<OperationWatch>();
        builder.Services.AddSingleton<OperationAccess>();
        builder.Services.AddSingleton<OperationReader>();
        builder.Services.AddSingleton<SessionTurns>();
        builder.Services.AddSingleton<StepFaults>();
        builder.Services.AddSingleton<StepRunner>();
        builder.Services.AddSingleton<SessionWorkspace>();
        builder.Services.AddSingleton<PromptWriter>();
        builder.Services.AddSingleton<SpawnRules>();
        builder.Services.AddSingleton<SpawnIntake>();
        builder.Services.AddSingleton<SessionSalvage>();
        builder.Services.AddSingleton<KillIntake>();
        builder.Services.AddSingleton<IKills>(services => services.GetRequiredService<KillIntake>());
        builder.AddRestore();
        builder.Services.AddSingleton<SessionQueries>();
        builder.Services.AddSingleton<Remapping>();
        builder.Services.AddSingleton<Transitions>();
        builder.Services.AddSingleton<OutcomeIntake>();
        builder.Services.AddSingleton<WorkQueries>();
        builder.Services.AddSingleton<Renaming>();
        builder.Services.AddSingleton<ISessionDirectory, SessionDirectory>();
        builder.Services.AddSingleton<ReportIntake>();
        builder.Services.AddSingleton<MessageStore>();
        builder.Services.AddSingleton<Outbox>();
        builder.Services.AddSingleton<AwaitedProofs>();
        builder.Services.AddSingleton<MessageMarks>();
        builder.Services.AddHostedService<MessageDelivery>();
        builder.Services.AddDaprWorkflow(RegisterWorkflows);
    }

    private static void AddRestore(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RestoreIntake>();
        builder.Services.AddSingleton<Resumption>();
        builder.Services.AddSingleton<RelaunchPrompts>();
        builder.Services.AddSingleton<AgentReadiness>();
        builder.Services.AddSingleton<DeliveryPreparation>();
    }

    public static void AddOrchestrators(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(ServiceInstance.Current);
        builder.Services.AddSingleton<WorktreeAdoption>();
        builder.Services.AddSingleton<AdoptableWorkspaces>();
        builder.Services.AddSingleton<OrchestratorIntake>();
    }

    public static void AddPullRequests(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IPullRequests>(services =>
            new PullRequestBridge(services.GetRequiredService<DaprClient>().CreateInvokableHttpClient(TrackerBridge.AppId)));
        builder.Services.AddSingleton<IBranches, GitBranches>();
        builder.Services.AddSingleton<OwnerRepair>();
        builder.Services.AddSingleton<ClaimIntake>();
    }

    public static void AddCleaning(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<CleanupProbe>();
        builder.Services.AddSingleton<Cleanup>();
        builder.Services.AddHostedService<Archivist>();
    }

    public static void AddObservation(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<MachineObserver>();
        builder.Services.AddSingleton<ScreenReader>();
        builder.Services.AddSingleton<EvidenceBoard>();
        builder.Services.AddSingleton<IEvidence>(services => services.GetRequiredService<EvidenceBoard>());
        builder.Services.AddSingleton<SessionObserver>();
        builder.Services.AddHostedService<ObservationLoop>();
        builder.Services.AddSingleton<LiveSessions>();
        builder.Services.AddAgentRecords();
    }

    private static void AddAgentRecords(this IServiceCollection services)
    {
        services.AddSingleton<AgentRecords>();
        services.AddSingleton<ConversationRemoval>();
        services.AddSingleton<AgentInfoKeeper>();
        services.AddSingleton<RecordObserver>();
        services.AddSingleton<TaskProof>();
        services.AddSingleton<DeliveryProof>();
        services.AddHostedService(provider => provider.GetRequiredService<DeliveryProof>());
        services.AddHostedService<RecordLoop>();
    }

    private static void RegisterWorkflows(WorkflowRuntimeOptions workflows)
    {
        workflows.RegisterWorkflow<SpawnSession>();
        workflows.RegisterActivity<PlanSpawn>();
        workflows.RegisterActivity<ReserveSession>();
        workflows.RegisterActivity<CreateWorkspace>();
        workflows.RegisterActivity<RunPostCreate>();
        workflows.RegisterActivity<WritePrompts>();
        workflows.RegisterActivity<StartRuntime>();
        workflows.RegisterActivity<DeliverPrompt>();
        workflows.RegisterActivity<ActivateSession>();
        workflows.RegisterActivity<AnnounceRollback>();
        workflows.RegisterActivity<DiscardWorkspace>();
        workflows.RegisterActivity<RemovePrompts>();
        workflows.RegisterActivity<DeleteConversation>();
        workflows.RegisterActivity<DeleteEarlierConversations>();
        workflows.RegisterActivity<StopRuntime>();
        workflows.RegisterActivity<AbandonSpawn>();
        workflows.RegisterActivity<LeaveQueue>();

        workflows.RegisterActivity<AdoptWorkspace>();

        workflows.RegisterWorkflow<BringOrchestrator>();
        workflows.RegisterActivity<PlanOrchestrator>();
        workflows.RegisterActivity<ReleaseOrchestrator>();

        workflows.RegisterWorkflow<KillSession>();
        workflows.RegisterActivity<BeginKill>();
        workflows.RegisterActivity<KeepWork>();
        workflows.RegisterActivity<RemoveWorkspace>();
        workflows.RegisterActivity<DropBranch>();
        workflows.RegisterActivity<FinishKill>();
        workflows.RegisterActivity<RecordKillFailure>();

        workflows.RegisterWorkflow<RestoreSession>();
        workflows.RegisterActivity<BeginRestore>();
        workflows.RegisterActivity<RestoreWorkspace>();
        workflows.RegisterActivity<DropRestoredWorkspace>();
        workflows.RegisterActivity<PrepareRelaunch>();
        workflows.RegisterActivity<FinishRestore>();
        workflows.RegisterActivity<AbandonRestore>();

        workflows.RegisterWorkflow<ClaimPullRequest>();
        workflows.RegisterActivity<PlanClaim>();
        workflows.RegisterActivity<CheckOutPullRequest>();
        workflows.RegisterActivity<ReturnToBranch>();
        workflows.RegisterActivity<RecordClaim>();
        workflows.RegisterActivity<TellDisplaced>();
        workflows.RegisterActivity<AssignPullRequest>();
        workflows.RegisterActivity<AbandonClaim>();
    }
}
