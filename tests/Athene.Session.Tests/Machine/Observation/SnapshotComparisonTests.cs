using Athene.Session.Machine.Observation;
using Athene.Session.Machine.Runtimes;

namespace Athene.Session.Tests.Machine.Observation;

public sealed class SnapshotComparisonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_new_gives_no_change_and_no_capture()
    {
        var before = Look(Noon, Pane("app-1", activity: Noon.AddSeconds(-10)));
        var after = Look(Noon.AddSeconds(1), Pane("app-1", activity: Noon.AddSeconds(-10)));

        SnapshotComparison.Changes(before, after).ShouldBeEmpty();
        SnapshotComparison.ToCapture(before, after).ShouldBeEmpty();
    }

    [Fact]
    public void A_newer_activity_is_captured()
    {
        var before = Look(Noon, Pane("app-1", activity: Noon.AddSeconds(-10)));
        var after = Look(Noon.AddSeconds(2), Pane("app-1", activity: Noon.AddSeconds(1)));

        SnapshotComparison.Changes(before, after).ShouldBe([new ScreenChanged("app-1", Noon.AddSeconds(1))]);
    }

    [Fact]
    public void Activity_in_the_second_of_the_previous_look_is_captured_again()
    {
        var before = Look(Noon.AddMilliseconds(200), Pane("app-1", activity: Noon));
        var after = Look(Noon.AddMilliseconds(900), Pane("app-1", activity: Noon));

        SnapshotComparison.ToCapture(before, after).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_new_agent_under_an_old_name_that_ended_is_told()
    {
        var before = Look(Noon, Pane("app-1", exited: true, process: 10));
        var after = Look(Noon.AddSeconds(9), Pane("app-1", exited: true, process: 11, status: 1));

        SnapshotComparison.Changes(before, after).ShouldContain(new AgentExited("app-1", 1, null));
    }

    [Fact]
    public void An_end_whose_exit_status_comes_later_is_told_again_with_it()
    {
        var before = Look(Noon, Pane("app-1", exited: true));
        var after = Look(Noon.AddSeconds(9), Pane("app-1", exited: true, status: 4));

        SnapshotComparison.Changes(before, after).ShouldBe([new AgentExited("app-1", 4, null)]);
        SnapshotComparison.Changes(after, after).ShouldBeEmpty();
    }

    private static RuntimeSnapshot Look(DateTimeOffset at, params RuntimePane[] panes) => new(at, panes.ToDictionary(pane => pane.SessionId));

    private static RuntimePane Pane(string id, DateTimeOffset? activity = null, bool exited = false, int process = 10, int? status = null) =>
        new(id, "%1", process, exited, status, null, "agent", activity ?? Noon.AddMinutes(-1), "op");
}
