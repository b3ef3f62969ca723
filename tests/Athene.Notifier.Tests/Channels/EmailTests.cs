using System.Text;
using Athene.Contracts.Notifications;
using MimeKit;

namespace Athene.Notifier.Tests.Channels;

public sealed class EmailTests
{
    [Fact]
    public async Task Mail_is_plain_and_html_and_stands_in_the_thread_of_its_session()
    {
        using var server = new MailServer();
        await using var bench = await StartAsync(server, "security: none");
        await TellAsync(bench, News.NeedsInput with { Body = "a <b>bold</b> claim" });
        await TellAsync(bench, News.CiFailing);

        var (first, second) = (Read(server.Mails[0]), Read(server.Mails[1]));
        first.Subject.ShouldBe("[Athene] Agent needs input (app-1)");
        first.To.ToString().ShouldBe("ada@example.org");
        first.TextBody!.ShouldContain("a <b>bold</b> claim");
        first.HtmlBody!.ShouldContain("a &lt;b&gt;bold&lt;/b&gt; claim");
        first.TextBody!.ShouldContain("https://github.test/acme/app/pull/7");
        first.Headers["Auto-Submitted"].ShouldBe("auto-generated");
        first.References.ShouldBe(second.References);
        first.MessageId.ShouldNotBe(second.MessageId);
    }

    [Fact]
    public async Task Mail_that_is_sent_again_has_the_same_id()
    {
        using var server = new MailServer { RecipientAnswer = "451 later, please" };
        await using var bench = await StartAsync(server, "security: none");
        await TellAsync(bench, News.NeedsInput);
        (await bench.DeliveryAsync(News.NeedsInput.Id, "post")).Error!.ShouldContain("451");
        server.RecipientAnswer = null;
        bench.Clock.Advance(TimeSpan.FromSeconds(2));
        await bench.RoundAsync("post");
        await using var elsewhere = await StartAsync(server, "security: none");
        await TellAsync(elsewhere, News.NeedsInput);

        server.Mails.Select(mail => Read(mail).MessageId).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Mail_that_is_refused_for_good_is_given_up()
    {
        using var server = new MailServer { RecipientAnswer = "550 no such user" };
        await using var bench = await StartAsync(server, "security: none");

        await TellAsync(bench, News.NeedsInput);

        var delivery = await bench.DeliveryAsync(News.NeedsInput.Id, "post");
        delivery.State.ShouldBe(DeliveryState.Failed);
        delivery.Error!.ShouldContain("550");
    }

    [Theory]
    [InlineData()]
    [InlineData("STARTTLS")]
    public async Task Mail_is_not_sent_in_the_clear_where_encryption_is_asked_for(params string[] extensions)
    {
        using var server = new MailServer { Extensions = extensions };
        await using var bench = await StartAsync(server, "security: starttls");

        await TellAsync(bench, News.NeedsInput);

        server.Mails.ShouldBeEmpty();
        (await bench.DeliveryAsync(News.NeedsInput.Id, "post")).Error.ShouldNotBeNull();
    }

    private static MimeMessage Read(string mail) => MimeMessage.Load(new MemoryStream(Encoding.UTF8.GetBytes(mail)));

    private static async Task TellAsync(Workbench bench, Notification notification)
    {
        await bench.AcceptAsync(notification);
        await bench.RoundAsync("post");
    }

    private static Task<Workbench> StartAsync(MailServer server, string more) => Workbench.StartAsync($$"""
        notifiers: { post: { plugin: email, host: 127.0.0.1, port: {{server.Port}}, from: athene@example.org, to: [ada@example.org], {{more}} } }
        defaults: { notifiers: [post] }
        """);
}
