using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Athene.Configuration;
using Athene.Contracts.Errors;
using Athene.TrackerBridge.GitLab.MergeRequests.Documents;

namespace Athene.TrackerBridge.GitLab.MergeRequests;

/// <summary>
/// Which users are programs (spec trackers-scm-notifiers.md §9). Anybody can register a name, and make a program in a project of their own: a program is what
/// the owner names (<c>hosts: … bots:</c>), or what GitLab itself says is one and is a member of the project.
/// </summary>
internal sealed partial class GitLabBots(GitLabApi api, AtheneConfiguration configuration)
{
    private readonly ConcurrentDictionary<(Uri Api, long User), bool> known = new();

    /// <param name="users">Who said something.</param>
    /// <param name="members">Those of them who are in the project.</param>
    public async Task<IReadOnlySet<long>> AmongAsync(
        GitLabProject project, IEnumerable<GitLabUser?> users, IReadOnlyList<GitLabMember> members, CancellationToken cancellationToken)
    {
        var named = configuration.FindHost(project.Api)?.Bots ?? [];
        var bots = new HashSet<long>();
        foreach (var user in users.OfType<GitLabUser>().DistinctBy(user => user.Id))
        {
            if (named.Contains(user.Username, StringComparer.OrdinalIgnoreCase)
                || (members.Any(member => member.Id == user.Id) && Made().IsMatch(user.Username) && await IsBotAsync(project, user, cancellationToken))) bots.Add(user.Id);
        }

        return bots;
    }

    private async Task<bool> IsBotAsync(GitLabProject project, GitLabUser user, CancellationToken cancellationToken)
    {
        if (known.TryGetValue((project.Api, user.Id), out var isBot)) return isBot;
        try
        {
            var account = await api.FindAsync<GitLabAccount>(project, string.Create(CultureInfo.InvariantCulture, $"users/{user.Id}"), cancellationToken);
            return known[(project.Api, user.Id)] = account?.Bot is true;
        }
        catch (AtheneException refused) when (refused.Type == ErrorTypes.TrackerUnauthorized)
        {
            // A token that may not ask does not make anybody a program.
            return false;
        }
    }

    // So GitLab calls the accounts that it makes: nobody else is worth a request.
    [GeneratedRegex(@"^(project|group)_[0-9]+_bot|^service_account_|bot$|^GitLabDuo$", RegexOptions.IgnoreCase)]
    private static partial Regex Made();
}
