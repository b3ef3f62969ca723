using Athene.Configuration.Notifiers;
using Athene.Contracts.Notifications;

namespace Athene.Configuration.Tests;

public sealed class NotifierTests
{
    [Fact]
    public void Load_of_an_entry_of_the_reference_takes_its_keys()
    {
        using var file = new ConfigurationFile("""
            notifiers:
              slack: { webhookUrl: "${SLACK_URL}", channel: "#agents", username: Agents }
              chat: { plugin: discord, webhookUrl: https://discord.com/api/webhooks/1/x, threadId: 42, avatarUrl: https://example.org/a.png, retries: 2, retryDelayMs: 500 }
              hook: { plugin: webhook, url: https://example.org/hook, headers: { Authorization: "Bearer ${KEY}" } }
              claw: { plugin: openclaw, openclawConfigPath: /tmp/o.json, name: AO, sessionKeyPrefix: "hook:", wakeMode: next-heartbeat, deliver: false, healthSummaryPath: x }
              bubble: { plugin: desktop, sound: false, backend: auto, dashboardUrl: http://localhost:3000 }
              page: { plugin: dashboard, limit: 100 }
              old: { plugin: composio, composioApiKey: "${NOT_SET}", defaultApp: slack, toolVersions: { slack: 1 } }
              mine: { package: "@me/ao-plugin-notifier-mine", anything: [1, 2] }
            """);

        var notifiers = file.Load().Notifiers;

        var slack = notifiers["slack"].Settings.ShouldBeOfType<SlackSettings>();
        (slack.Channel, slack.Username, slack.WebhookUrl!.Read(_ => "https://hooks.slack.com/x")).ShouldBe(("#agents", "Agents", "https://hooks.slack.com/x"));
        (notifiers["chat"].Delivery.Retries, notifiers["chat"].Delivery.RetryDelay).ShouldBe((2, TimeSpan.FromMilliseconds(500)));
        notifiers["hook"].Settings.ShouldBeOfType<WebhookSettings>().Headers["Authorization"].Read(_ => "k").ShouldBe("Bearer k");
        notifiers["claw"].Settings.ShouldBeOfType<OpenClawSettings>().Deliver.ShouldBeFalse();
        notifiers["page"].Settings.ShouldBeOfType<DashboardSettings>().Limit.ShouldBe(100);
        notifiers["old"].Settings.ShouldBeOfType<UnsupportedSettings>();
        notifiers["mine"].Settings.ShouldBeOfType<UnsupportedSettings>();
    }

    [Theory]
    [InlineData("{ plugin: slack, webhokUrl: x }", "unknown key 'webhokUrl' in notifiers.team (did you mean 'webhookUrl'?)")]
    [InlineData("{ plugin: log, quietHours: { from: \"25:00\", to: \"7:00\" } }", "notifiers.team.quietHours.from: '25:00' is not a time of the day such as \"22:00\"")]
    [InlineData("{ plugin: log, quietHours: { from: \"22:00\", to: \"7:00\", timeZone: Mars/Base } }", "notifiers.team.quietHours.timeZone: 'Mars/Base' is not a time zone")]
    [InlineData("{ plugin: log, quietHours: { from: \"22:00\" } }", "notifiers.team.quietHours: needs 'from' and 'to'")]
    [InlineData("{ plugin: log, digest: { priorities: [low], every: 1h } }", "notifiers.team.digest.priorities: 'low' is not one of urgent, action, warning, info")]
    [InlineData("{ plugin: log, digest: { every: 1h, at: \"9:00\" } }", "notifiers.team.digest: needs either 'every', such as 1h, or 'at'")]
    [InlineData("{ plugin: log, digest: { every: often } }", "notifiers.team.digest.every: 'often' is not a duration such as 30s, 10m or 1h")]
    [InlineData("{ plugin: dashboard, limit: 501 }", "notifiers.team.limit: must be at most 500")]
    public void Load_of_a_wrong_entry_says_where_and_what(string notifier, string message)
    {
        using var file = new ConfigurationFile($"notifiers: {{ team: {notifier} }}");

        Should.Throw<ConfigurationException>(() => file.Load()).Message.ShouldContain(message);
    }

    [Fact]
    public void Load_takes_quiet_hours_and_digests()
    {
        using var file = new ConfigurationFile("""
            notifiers:
              team:
                plugin: slack
                quietHours: { from: 22:00, to: "7:30", timeZone: Europe/Berlin, days: [mon, fri], urgent: wait }
                digest: { priorities: [info, warning], at: "09:00" }
            """);

        var team = file.Load().Notifiers["team"];

        (team.QuietHours!.From, team.QuietHours.To, team.QuietHours.TimeZone.Id, team.QuietHours.UrgentPasses)
            .ShouldBe((new TimeOnly(22, 0), new TimeOnly(7, 30), "Europe/Berlin", false));
        team.QuietHours.Days.ShouldBe([DayOfWeek.Monday, DayOfWeek.Friday], ignoreOrder: true);
        team.Digest!.Priorities.ShouldBe([NotificationPriority.Info, NotificationPriority.Warning], ignoreOrder: true);
        team.Digest.At.ShouldBe(new TimeOnly(9, 0));
    }

    [Theory]
    [InlineData("notifiers: { team: { plugin: slack } }", "notifier 'team': it needs 'webhookUrl'")]
    [InlineData("notifiers: { team: { plugin: slack, token: x } }", "notifier 'team': a bot needs 'channel'")]
    [InlineData("notifiers: { team: { plugin: slack, token: x, channel: c, apiUrl: \"http://slack.test\" } }", "notifier 'team': 'apiUrl' is http:// to another machine")]
    [InlineData("notifiers: { team: { plugin: webhook, url: \"ftp://x\" } }", "notifier 'team': 'url' is not an address that begins with https://")]
    [InlineData("notifiers: { team: { plugin: email, host: h, from: a@b, to: [c], security: none, username: u, password: p } }", "notifier 'team': 'from' and 'to' must be addresses of mail")]
    [InlineData("notifiers: { team: { plugin: email, host: h, from: a@b, to: [c@d], security: none, username: u, password: p } }", "'security: none' would send the password in the clear")]
    [InlineData("defaults: { notifiers: [slak, slack] }", "notifier 'slak': there is no plugin 'slak'")]
    [InlineData("projects: { app: { path: ., notifiers: [pigeon] } }", "notifier 'pigeon': there is no plugin 'pigeon'")]
    [InlineData("notificationRouting: { info: [composio] }", "notifier 'composio': Athene does not send through Composio")]
    public void Problems_are_found_before_the_first_alarm(string configuration, string problem)
    {
        using var file = new ConfigurationFile(configuration);

        new NotifierCatalog(file.Load()).Problems(_ => null).Select(found => found.ToString()).ShouldContain(found => found.StartsWith(problem) || found.Contains(problem));
    }

    [Fact]
    public void Secret_is_not_shown_by_its_record()
    {
        using var file = new ConfigurationFile("notifiers: { team: { plugin: slack, webhookUrl: https://hooks.slack.com/services/secret } }");

        $"{file.Load().Notifiers["team"]}".ShouldNotContain("hooks.slack.com");
    }
}
