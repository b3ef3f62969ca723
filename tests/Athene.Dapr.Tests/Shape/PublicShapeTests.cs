namespace Athene.Dapr.Tests.Shape;

public sealed class PublicShapeTests
{
    private static readonly string[] Namespaces =
    [
        "Athene.Dapr", "Athene.Dapr.Client", "Athene.Dapr.AspNetCore", "Microsoft.AspNetCore.Builder", "Microsoft.Extensions.DependencyInjection",
    ];

    /// <summary>
    /// The list was compared line by line with the public sources of the SDK's <c>Dapr.Client</c> and <c>Dapr.AspNetCore</c>. A line that
    /// comes, goes or changes is a member that the official packages may not have in that shape: compare it again.
    /// </summary>
    [Fact]
    public void Members_of_the_client_are_the_ones_that_were_compared_with_the_SDK()
    {
        var shape = PublicShape.Of(
            typeof(DaprClient).Assembly, type => Namespaces.Contains(type.Namespace) && !type.Name.Contains("Actor", StringComparison.Ordinal));

        shape.ShouldBe(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Shape", "client-of-sdk-1.18.txt")));
    }
}
