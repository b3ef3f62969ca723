namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary><c>kill -9</c> of the sidecar while a step of an operation runs, with 20 operations under way.</summary>
public sealed class SidecarMatrixTests
{
    [Fact]
    public Task Rounds_sidecarKilledAtEachStep_loseAndLeakNothing() => Matrix.PlayAsync(Victim.Sidecar, MatrixSize.Rounds * 2 / 5, []);
}
