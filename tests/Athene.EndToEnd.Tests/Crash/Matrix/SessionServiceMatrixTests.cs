namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary><c>kill -9</c> of the session service at every step of every operation, with 20 operations under way.</summary>
public sealed class SessionServiceMatrixTests
{
    [Fact]
    public Task Rounds_sessionServiceKilledAtEachStep_loseAndLeakNothing() => Matrix.PlayAsync(Victim.SessionService, MatrixSize.Rounds * 3 / 5, []);
}
