using System.ComponentModel;
using Athene.Configuration.Agents;
using Athene.Contracts.Errors;

namespace Athene.Session.Machine.Agents;

/// <summary>Has agents delete conversations, those that have a command for it (spec sessions.md §20).</summary>
public sealed class ConversationRemoval(TimeProvider time)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>The pauses before each try: agents lock their store for moments.</summary>
    private static readonly TimeSpan[] Pauses = [TimeSpan.Zero, TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(600)];

    /// <summary>Deletes one conversation; one that is not there is deleted.</summary>
    /// <param name="directory">Where the command runs; agents look at the repository that they stand in.</param>
    /// <returns>False when the agent has no command for it.</returns>
    /// <exception cref="AtheneException">The agent would not.</exception>
    public async Task<bool> DeleteAsync(AgentProfile profile, string nativeSessionId, string directory, CancellationToken cancellationToken)
    {
        if (profile.NativeSession.Delete is not { Count: > 0 } template || !NativeIds.IsValid(nativeSessionId)) return false;
        var placeholder = $"{{{AgentPlaceholders.NativeSession}}}";
        var command = template.Select(element => element.Replace(placeholder, nativeSessionId, StringComparison.Ordinal)).ToList();
        var last = "";
        foreach (var pause in Pauses)
        {
            await Task.Delay(pause, time, cancellationToken);
            if (await TryAsync(command, profile, directory, cancellationToken) is not { } failure) return true;
            last = failure;
        }

        throw new AtheneException(
            ErrorTypes.RuntimeFailed, StatusCodes.Status500InternalServerError,
            $"{profile.DisplayName} did not delete its conversation {nativeSessionId}: {last}", $"Try it by hand: {string.Join(' ', command)}");
    }

    /// <returns>What went wrong, or null when the conversation is gone.</returns>
    private async Task<string?> TryAsync(List<string> command, AgentProfile profile, string directory, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var result = await Cli.Wrap(command[0])
                .WithArguments(command[1..])
                .WithWorkingDirectory(directory)
                .WithEnvironmentVariables(Environment(profile))
                .WithValidation(CommandResultValidation.None)
                .ExecuteBufferedAsync(either.Token);
            var said = $"{result.StandardOutput}{result.StandardError}".Trim();
            return result.ExitCode == 0 || said.Contains("not found", StringComparison.OrdinalIgnoreCase) ? null : said;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no answer within {Limit.TotalSeconds:0} s";
        }
        catch (Win32Exception missing)
        {
            return missing.Message;
        }
    }

    private static Dictionary<string, string?> Environment(AgentProfile profile)
    {
        var variables = InheritedEnvironment.Removals().ToDictionary(variable => variable.Key, variable => variable.Value);
        foreach (var (name, value) in profile.Env) variables[name] = value;
        return variables;
    }
}
