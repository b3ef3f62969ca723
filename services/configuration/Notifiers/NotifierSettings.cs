namespace Athene.Configuration.Notifiers;

/// <summary>What one kind of notifier needs to know (spec trackers-scm-notifiers.md §14).</summary>
/// <param name="Plugin">The kind, as a configuration names it.</param>
public abstract record NotifierSettings(string Plugin)
{
    /// <summary>What of it is secret.</summary>
    public virtual IEnumerable<SecretText> Secrets => [];

    /// <summary>What keeps it from reaching anybody, a sentence each, without any secret.</summary>
    /// <param name="variable">Gives the value of a variable, or null.</param>
    public virtual IEnumerable<string> Problems(Func<string, string?> variable) => [];

    /// <summary>What is wrong with an address that secrets or remarks are sent to; null: nothing, or it cannot be read yet.</summary>
    protected static string? ProblemOf(string key, SecretText? address, Func<string, string?> variable, bool mayBeInsecure = false) =>
        address?.Read(variable) is { } text ? SafeAddress.ProblemOf(key, text, mayBeInsecure) : null;
}
