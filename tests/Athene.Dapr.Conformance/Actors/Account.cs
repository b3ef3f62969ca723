using System.Collections.Concurrent;

namespace Athene.Dapr.Conformance.Actors;

public interface IAccount : IActor
{
    Task<int> DepositAsync(Deposit deposit);

    Task<int> BalanceAsync();

    Task DepositThenFailAsync(Deposit deposit);

    Task CloseAsync();

    Task<bool> IsOpenAsync();

    Task<int> CountTurnsAsync(CancellationToken cancellationToken);
}

public sealed record Deposit(int Amount, string Note);

/// <summary>An actor with state in the shape that services use.</summary>
internal sealed class Account(ActorHost host) : Actor(host), IAccount
{
    private const string Balance = "balance";
    private const string LastNote = "note";

    /// <summary>Actors that ran two turns at once.</summary>
    public static ConcurrentBag<string> Overlaps { get; } = [];

    private int running;

    public async Task<int> DepositAsync(Deposit deposit)
    {
        await StateManager.SetStateAsync(LastNote, deposit.Note);
        return await StateManager.AddOrUpdateStateAsync(Balance, deposit.Amount, (_, balance) => balance + deposit.Amount);
    }

    public Task<int> BalanceAsync() => StateManager.GetOrAddStateAsync(Balance, 0);

    public async Task DepositThenFailAsync(Deposit deposit)
    {
        await DepositAsync(deposit);
        throw new ArgumentException($"no deposits of {deposit.Amount}");
    }

    public async Task CloseAsync()
    {
        await StateManager.RemoveStateAsync(Balance);
        await StateManager.RemoveStateAsync(LastNote);
    }

    public async Task<bool> IsOpenAsync()
    {
        await StateManager.ClearCacheAsync();
        return await StateManager.ContainsStateAsync(Balance) || await StateManager.ContainsStateAsync(LastNote);
    }

    public async Task<int> CountTurnsAsync(CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref running) > 1) Overlaps.Add(Id.GetId());
        var turns = await BalanceAsync() + 1;
        await Task.Yield();
        await StateManager.SetStateAsync(Balance, turns, cancellationToken);
        Interlocked.Decrement(ref running);
        return turns;
    }
}
