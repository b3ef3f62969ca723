using System.Text;
using Athene.Session.Machine.Terminals;

namespace Athene.Session.Tests.Machine.Terminals;

public sealed class OutputRingTests
{
    [Fact]
    public void Last_of_little_output_is_all_of_it()
    {
        var ring = new OutputRing(100);
        ring.Add([]);
        ring.Add("one\n"u8);
        ring.Add("two"u8);

        Text(ring.Last(50)).ShouldBe("one\ntwo");
    }

    [Fact]
    public void Last_of_much_output_begins_with_a_whole_line()
    {
        var ring = new OutputRing(10_000);
        for (var n = 0; n < 5000; n++) ring.Add(Encoding.ASCII.GetBytes($"line {n}\n"));

        var last = Text(ring.Last(8000));

        last.ShouldStartWith("line ");
        last.ShouldEndWith("line 4998\nline 4999\n");
        last.Length.ShouldBeInRange(7980, 8000);
    }

    [Fact]
    public void Add_of_more_than_the_ring_holds_keeps_its_end()
    {
        var ring = new OutputRing(16);
        ring.Add(Encoding.ASCII.GetBytes(new string('x', 100) + "\nthe end"));

        Text(ring.Last(16)).ShouldBe("the end");
    }

    private static string Text(byte[] bytes) => Encoding.ASCII.GetString(bytes);
}
