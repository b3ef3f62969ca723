namespace Athene.Configuration.Agents;

/// <summary>
/// What one source (a built-in file, a file of the home, the configuration) says about an agent. What it leaves out comes from the
/// source below it, so that a configuration can change one key of a built-in agent.
/// </summary>
public sealed record AgentProfileLayer
{
    public string? DisplayName { get; init; }

    public string? Process { get; init; }

    public IReadOnlyList<string>? Launch { get; init; }

    public IReadOnlyList<string>? Resume { get; init; }

    public PromptDelivery? Prompt { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Permissions { get; init; }

    public string? Message { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>>? PermissionEnv { get; init; }

    public IReadOnlyDictionary<string, string>? Env { get; init; }

    public IReadOnlyList<string>? Waiting { get; init; }

    public IReadOnlyList<string>? Blocked { get; init; }

    public IReadOnlyList<string>? Active { get; init; }

    public IReadOnlyList<string>? Limit { get; init; }

    public NativeSessionId? NativeId { get; init; }

    public string? NativeFiles { get; init; }

    public NativeRecordFormat? NativeFormat { get; init; }

    public IReadOnlyList<string>? NativeDelete { get; init; }

    public IReadOnlyDictionary<string, ModelPrice>? Prices { get; init; }

    public HookFormat? Hooks { get; init; }

    public string? Install { get; init; }

    public string? Docs { get; init; }

    public IReadOnlyList<string>? Version { get; init; }

    public string? Verified { get; init; }

    /// <summary>This layer over another: lists are replaced, maps are merged key by key.</summary>
    public AgentProfileLayer Over(AgentProfileLayer below) => new()
    {
        DisplayName = DisplayName ?? below.DisplayName,
        // The name of a replaced program is that of the new one.
        Process = Process ?? (Launch is null ? below.Process : null),
        Launch = Launch ?? below.Launch,
        Resume = Resume ?? below.Resume,
        Prompt = Prompt ?? below.Prompt,
        Message = Message ?? below.Message,
        Permissions = Merge(Permissions, below.Permissions),
        PermissionEnv = Merge(PermissionEnv, below.PermissionEnv),
        Env = Merge(Env, below.Env),
        Waiting = Waiting ?? below.Waiting,
        Blocked = Blocked ?? below.Blocked,
        Active = Active ?? below.Active,
        Limit = Limit ?? below.Limit,
        NativeId = NativeId ?? below.NativeId,
        NativeFiles = NativeFiles ?? below.NativeFiles,
        NativeFormat = NativeFormat ?? below.NativeFormat,
        NativeDelete = NativeDelete ?? below.NativeDelete,
        Prices = Merge(Prices, below.Prices),
        Hooks = Hooks ?? below.Hooks,
        Install = Install ?? below.Install,
        Docs = Docs ?? below.Docs,
        // What tells the version of a replaced program is not known.
        Version = Version ?? (Launch is null ? below.Version : null),
        Verified = Verified ?? (Launch is null ? below.Verified : null),
    };

    /// <summary>The whole profile, or null when nothing says how to launch it.</summary>
    public AgentProfile? Complete(string name) => Launch is not { Count: > 0 } launch ? null : new AgentProfile
    {
        Name = name,
        DisplayName = DisplayName ?? name,
        Process = Process ?? Path.GetFileName(launch[0]),
        Launch = launch,
        Resume = Resume ?? [],
        Prompt = Prompt ?? PromptDelivery.Argument,
        Message = Message ?? $"{{{AgentPlaceholders.Prompt}}}",
        Permissions = Permissions ?? new Dictionary<string, IReadOnlyList<string>>(),
        PermissionEnv = PermissionEnv ?? new Dictionary<string, IReadOnlyDictionary<string, string>>(),
        Env = Env ?? new Dictionary<string, string>(),
        Activity = new ActivityPatterns(Waiting ?? [], Blocked ?? [], Active ?? []) { Limit = Limit ?? [] },
        NativeSession = new NativeSession(NativeId ?? NativeSessionId.Found, NativeFiles, NativeFormat ?? NativeRecordFormat.Unknown, NativeDelete),
        Prices = Prices ?? new Dictionary<string, ModelPrice>(),
        Hooks = Hooks,
        Install = Install,
        Docs = Docs,
        Version = Version ?? [launch[0], "--version"],
        Verified = Verified,
    };

    private static IReadOnlyDictionary<string, T>? Merge<T>(IReadOnlyDictionary<string, T>? over, IReadOnlyDictionary<string, T>? below)
    {
        if (over is null || below is null) return over ?? below;
        var merged = new Dictionary<string, T>(below, StringComparer.Ordinal);
        foreach (var (key, value) in over) merged[key] = value;
        return merged;
    }
}
