using Athene.Configuration.Budgets;
using Athene.Configuration.Notifiers;
using Athene.Contracts.Budgets;
using Athene.Contracts.Notifications;

namespace Athene.Configuration.Tests;

public sealed class ConfigurationLoaderTests
{
    [Fact]
    public void Load_without_a_file_has_the_defaults()
    {
        var configuration = ConfigurationLoader.Load(null);

        configuration.File.ShouldBeNull();
        configuration.Projects.ShouldBeEmpty();
        configuration.Defaults.ShouldSatisfyAllConditions(
            defaults => defaults.Runtime.ShouldBe("tmux"),
            defaults => defaults.Agent.ShouldBe("claude-code"),
            defaults => defaults.Workspace.ShouldBe("worktree"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("x-note: { anything: [goes] }")]
    public void Load_of_a_file_that_says_nothing_has_the_defaults(string text)
    {
        using var file = new ConfigurationFile(text);

        var configuration = file.Load();

        configuration.File.ShouldBe(file.Path);
        configuration.Port.ShouldBe(3000);
    }

    [Theory]
    [InlineData("", 30, 200)]
    [InlineData("retention: { endedDays: 7 }", 7, 200)]
    [InlineData("retention: { endedDays: 0, endedSessions: 0 }", 0, 0)]
    public void Load_says_how_long_ended_sessions_stay_listed(string text, int days, int sessions)
    {
        using var file = new ConfigurationFile(text);

        file.Load().Retention.ShouldBe(new RetentionConfiguration { EndedAge = TimeSpan.FromDays(days), EndedSessions = sessions });
    }

    [Theory]
    [InlineData("https://api.github.com/", 10)]
    [InlineData("https://github.example.com/api/v3/", 40)]
    [InlineData("https://other.example.com/", null)]
    [InlineData("https://github.com.evil.example/", null)]
    public void Load_says_how_hosts_are_dealt_with(string api, int? reserve)
    {
        using var file = new ConfigurationFile("hosts: { github.com: { reserve: 10, bots: [our-bot] }, github.example.com: {} }");

        file.Load().FindHost(new Uri(api))?.Reserve.ShouldBe(reserve!.Value);
        (file.Load().FindHost(new Uri(api)) is null).ShouldBe(reserve is null);
    }

    [Fact]
    public void Load_refuses_a_reserve_of_more_than_everything()
    {
        using var file = new ConfigurationFile("hosts: { github.com: { reserve: 101 } }");

        Should.Throw<ConfigurationException>(() => file.Load()).Message.ShouldContain("at most 100");
    }

    [Theory]
    [InlineData("", 30, 120, 600)]
    [InlineData("polling: { busySeconds: 5, quietSeconds: 60 }", 5, 60, 600)]
    public void Load_says_how_often_hosts_are_read(string text, int busy, int quiet, int reconcile)
    {
        using var file = new ConfigurationFile(text);

        file.Load().Polling.ShouldBe(
            new PollingConfiguration { Busy = TimeSpan.FromSeconds(busy), Quiet = TimeSpan.FromSeconds(quiet), Reconcile = TimeSpan.FromSeconds(reconcile) });
    }

    [Theory]
    [InlineData("", null, 512, 256)]
    [InlineData("limits: { maxSessions: 10 }", 10, 512, 256)]
    [InlineData("limits: { minFreeMemoryMb: 0, sessionMemoryMb: 2000 }", null, 0, 2000)]
    public void Load_says_how_many_sessions_may_run(string text, int? sessions, int free, int each)
    {
        using var file = new ConfigurationFile(text);

        file.Load().Limits.ShouldBe(new LimitsConfiguration { MaxSessions = sessions, MinFreeMemoryMb = free, SessionMemoryMb = each });
    }

    [Fact]
    public void Load_says_how_much_may_be_spent_and_a_project_may_say_otherwise()
    {
        using var file = new ConfigurationFile(
            """
            budgets:
              session: { usd: 10.5, tokens: 2000000, warnAt: 50, action: stop }
              project: { usd: 50 }
              day: { usd: 200, action: warn }
            projects:
              app: { path: ., budgets: { project: { tokens: 7 } } }
            """);

        var configuration = file.Load();

        configuration.BudgetsOf("other").ShouldBe(new BudgetsConfiguration(
            new Budget(2_000_000, 10.5m, 50, BudgetAction.Stop), new Budget(Usd: 50), new Budget(Usd: 200, Action: BudgetAction.Warn)));
        configuration.BudgetsOf("app").Project.ShouldBe(new Budget(Tokens: 7));
        configuration.BudgetsOf("app").Session!.Action.ShouldBe(BudgetAction.Stop);
    }

    [Theory]
    [InlineData("budgets: { session: { } }", "needs 'tokens', 'usd', or both")]
    [InlineData("budgets: { session: { usd: -1 } }", "'-1' is not an amount")]
    [InlineData("budgets: { session: { usd: 1, action: explode } }", "'explode' is not one of warn, pause, stop")]
    [InlineData("budgets: { session: { usd: 1, warnAt: 101 } }", "1 to 100")]
    [InlineData("budgets: { week: { usd: 1 } }", "week")]
    public void Load_of_a_budget_that_makes_no_sense_is_refused(string text, string why)
    {
        using var file = new ConfigurationFile(text);

        Should.Throw<ConfigurationException>(() => file.Load()).Message.ShouldContain(why);
    }

    [Fact]
    public void Load_of_a_cap_of_no_session_at_all_is_refused()
    {
        using var file = new ConfigurationFile("limits: { maxSessions: 0 }\nprojects: { app: { path: ., limits: { maxSessions: 3 } } }");

        Should.Throw<ConfigurationException>(() => file.Load()).Message.ShouldContain("1:24: limits.maxSessions: must be at least 1");
    }

    [Fact]
    public void Load_reads_a_configuration_of_the_reference_unchanged()
    {
        using var file = new ConfigurationFile(
            """
            $schema: ./schema.json
            port: 4000
            readyThresholdMs: 120000
            power: { preventIdleSleep: false }
            lifecycle: { autoCleanupOnMerge: false, mergeCleanupIdleGraceMs: 0 }
            observability: { logLevel: debug, stderr: true }
            defaults:
              runtime: tmux
              agent: codex
              notifiers: [desktop]
              orchestrator: { agent: claude-code }
            plugins:
              - { name: goose, source: npm, package: "@acme/ao-plugin-agent-goose", version: "^1.0.0" }
            dashboard: { attentionZones: detailed }
            projects:
              my-app:
                repo: acme/my-app
                path: ~/code/my-app
                defaultBranch: develop
                env: { NODE_ENV: test, PORT: 3000 }
                tracker: { plugin: linear, teamId: T1, workspaceSlug: acme }
                scm: { plugin: github, webhook: { secretEnvVar: HOOK, maxBodyBytes: 1000 } }
                symlinks: [.env]
                postCreate: ["echo ${HOME}"]
                agentConfig: { permissions: skip, model: opus, extra: [1, two] }
                worker: { agent: opencode }
                reactions: { ci-failed: { auto: true, action: send-to-agent, retries: 2, escalateAfter: 2 } }
                agentRules: |
                  Use ${FOO} in the shell.
                orchestratorSessionStrategy: kill-previous
            notifiers:
              slack: { plugin: slack, webhookUrl: "${SLACK_URL}" }
            notificationRouting: { urgent: [desktop, slack], info: [] }
            reactions:
              agent-stuck: { action: notify, priority: urgent, threshold: 10m }
            """,
            "agent-orchestrator.yaml");

        var configuration = file.Load();

        var project = configuration.Projects["my-app"];
        project.Path.ShouldBe(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), "code/my-app"));
        project.SessionPrefix.ShouldBe("ma");
        project.Env["PORT"].ShouldBe("3000");
        project.Tracker!.Settings["teamId"]!.GetValue<string>().ShouldBe("T1");
        project.Scm!.Webhook!.MaxBodyBytes.ShouldBe(1000);
        project.AgentConfig.Permissions.ShouldBe("permissionless");
        project.AgentConfig.Settings!["extra"]!.ToJsonString().ShouldBe("""[1,"two"]""");
        project.AgentRules.ShouldBe("Use ${FOO} in the shell.\n");
        project.PostCreate.ShouldBe(["echo ${HOME}"]);
        project.OrchestratorSessionStrategy.ShouldBe("delete");
        project.Reactions["ci-failed"].EscalateAfter.ShouldBe("2");
        configuration.Notifiers["slack"].Settings.ShouldBeOfType<SlackSettings>().WebhookUrl!.Read(_ => "http://127.0.0.1/hook").ShouldBe("http://127.0.0.1/hook");
        configuration.NotificationRouting[NotificationPriority.Urgent].ShouldBe(["desktop", "slack"]);
        configuration.NotificationRouting[NotificationPriority.Info].ShouldBeEmpty();
        configuration.Reactions["agent-stuck"].Threshold.ShouldBe(TimeSpan.FromMinutes(10));
        configuration.Lifecycle.MergeCleanupIdleGrace.ShouldBe(TimeSpan.Zero);
        configuration.ReadyThreshold.ShouldBe(TimeSpan.FromMinutes(2));
    }

    [Fact]
    public void Load_of_a_relative_path_starts_from_the_folder_of_the_file()
    {
        using var file = new ConfigurationFile("projects: { app: { path: ./repos/app } }");

        file.Load().Projects["app"].Path.ShouldBe(Path.Combine(file.Folder, "repos", "app"));
    }

    [Fact]
    public void Load_inside_a_repository_takes_the_short_form()
    {
        using var file = new ConfigurationFile("agent: codex\ndefaultBranch: trunk\n");
        Directory.CreateDirectory(Path.Combine(file.Folder, ".git"));

        var project = file.Load().Projects.Values.ShouldHaveSingleItem();

        project.Path.ShouldBe(file.Folder);
        project.Agent.ShouldBe("codex");
        project.DefaultBranch.ShouldBe("trunk");
    }

    [Fact]
    public void Find_prefers_the_named_file_then_the_nearest_folder_then_the_home()
    {
        using var folder = new TemporaryDirectory();
        var home = new AtheneHome(folder.Combine("home"));
        var deep = Directory.CreateDirectory(folder.Combine("work", "repo", "src")).FullName;
        Directory.CreateDirectory(home.Root);
        ConfigurationLoader.Find(null, deep, home).ShouldBeNull();

        var own = Touch(Path.Combine(home.Root, "athene.yaml"));
        ConfigurationLoader.Find(null, deep, home).ShouldBe(own);

        var above = Touch(folder.Combine("work", "agent-orchestrator.yml"));
        ConfigurationLoader.Find(null, deep, home).ShouldBe(above);

        var nearer = Touch(folder.Combine("work", "repo", "athene.yaml"));
        ConfigurationLoader.Find("", deep, home).ShouldBe(nearer);
        ConfigurationLoader.Find("/elsewhere/athene.yaml", deep, home).ShouldBe("/elsewhere/athene.yaml");
    }

    private static string Touch(string file)
    {
        File.WriteAllText(file, "");
        return file;
    }
}
