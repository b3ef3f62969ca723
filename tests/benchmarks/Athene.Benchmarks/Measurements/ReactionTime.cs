using System.Globalization;
using Athene.Benchmarks.Machine;
using Athene.Testing.GitHub;

namespace Athene.Benchmarks.Measurements;

/// <summary>
/// From a webhook that reports a failed check to the message in the agent's terminal: taken, stored, the pull request and the log read, decided, typed,
/// sent off. The agent notes the time of each line that it reads.
/// </summary>
internal static class ReactionTime
{
    private const int Rounds = 60;

    private const string FirstLine = "Checks of your pull request";

    private const string LastLine = "Fix the cause";

    /// <summary>A young agent is waited for; this is about those at work.</summary>
    private static readonly TimeSpan Youth = TimeSpan.FromSeconds(21);

    /// <summary>Longer than hosts are left alone between two readings: this is about one webhook, not about many.</summary>
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(2);

    public static async Task<IReadOnlyList<Result>> MeasureAsync(Installation athene, GitHubServer github)
    {
        var project = await SupervisedProject.CreateAsync(athene, github);
        var (session, pull) = await project.BeginAsync(Installation.ReadingAgent);
        await project.UntilKnownAsync(session);
        await Task.Delay(Youth);
        using var webhooks = new WebhookClient(athene.PortOf("tracker-bridge"));
        var (typed, submitted) = (new Samples(), new Samples());
        for (var round = 1; round <= Rounds; round++)
        {
            await pull.FailCheckAsync($"check-{round}");
            await Task.Delay(Between);
            var sent = DateTimeOffset.UtcNow;
            await webhooks.ReportAsync(SupervisedProject.Repo, pull.Number, pull.HeadSha);
            typed.Add(await ReadAtAsync(athene, FirstLine, round) - sent);
            submitted.Add(await ReadAtAsync(athene, LastLine, round) - sent);
        }

        return
        [
            new Result("webhook until the message is typed, half of them", $"{typed.Median.TotalMilliseconds:0} ms"),
            new Result("webhook until the message is submitted, half of them", $"{submitted.Median.TotalMilliseconds:0} ms", Aim: "≤ 150 ms"),
            new Result("webhook until the message is submitted, 99 %", $"{submitted.Percentile(99).TotalMilliseconds:0} ms", Aim: "≤ 500 ms"),
        ];
    }

    private static async Task<DateTimeOffset> ReadAtAsync(Installation athene, string beginning, int occurrence)
    {
        while (true)
        {
            var lines = File.Exists(athene.ReadingNotes) ? await File.ReadAllLinesAsync(athene.ReadingNotes) : [];
            var found = lines.Select(line => line.Split(' ', 2)).Where(part => part.Length == 2 && part[1].StartsWith(beginning, StringComparison.Ordinal)).ToList();
            if (found.Count >= occurrence)
                return DateTimeOffset.UnixEpoch.AddSeconds(double.Parse(found[occurrence - 1][0], CultureInfo.InvariantCulture));
            await Task.Delay(TimeSpan.FromMilliseconds(20));
        }
    }
}
