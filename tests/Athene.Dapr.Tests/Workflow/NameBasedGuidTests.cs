using Athene.Dapr.Workflow.Worker;

namespace Athene.Dapr.Tests.Workflow;

public sealed class NameBasedGuidTests
{
    private static readonly Guid Dns = new("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

    [Fact]
    public void Name_under_the_namespace_of_DNS_gives_the_well_known_id() =>
        NameBasedGuid.Create(Dns, "python.org").ShouldBe(new Guid("886313e1-3b8a-5372-9b90-0c9aee199e5d"));

    [Fact]
    public void Ids_of_equal_instances_are_equal_and_of_one_instance_differ()
    {
        var one = new NameBasedGuid("instance");
        var same = new NameBasedGuid("instance");

        var first = one.Next();

        same.Next().ShouldBe(first);
        one.Next().ShouldNotBe(first);
    }
}
