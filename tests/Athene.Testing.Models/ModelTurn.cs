namespace Athene.Testing.Models;

/// <summary>One answer of the script, given once, to the first input that contains the words.</summary>
public sealed class ModelTurn
{
    private readonly TaskCompletionSource<ModelRequest> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal ModelTurn(string hears, ModelAnswer answer) => (Hears, Answer) = (hears, answer);

    public string Hears { get; }

    /// <summary>The request that this is the answer to, as soon as it is there.</summary>
    public Task<ModelRequest> Asked => asked.Task;

    internal ModelAnswer Answer { get; }

    internal Task Released => released.Task;

    /// <summary>Lets the answer go out.</summary>
    public void Release() => released.TrySetResult();

    internal bool TryTake(ModelRequest request) =>
        request.LastInput.Contains(Hears, StringComparison.Ordinal) && asked.TrySetResult(request);
}
