using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.GitLab;

/// <summary>Who may write to a project.</summary>
public sealed partial class GitLabMembers(GitLabApi api, ILogger<GitLabMembers> logger)
{
    /// <summary>Those of <paramref name="users"/> who may write; nobody when GitLab would not tell.</summary>
    internal async Task<IReadOnlySet<long>> WritersAsync(GitLabProject project, IEnumerable<GitLabUser?> users, CancellationToken cancellationToken) =>
        (await AmongAsync(project, users, cancellationToken)).Where(member => member.MayWrite).Select(member => member.Id).ToHashSet();

    /// <summary>Those of <paramref name="users"/> who are in the project; nobody when GitLab would not tell.</summary>
    internal async Task<IReadOnlyList<GitLabMember>> AmongAsync(GitLabProject project, IEnumerable<GitLabUser?> users, CancellationToken cancellationToken)
    {
        var asked = users.OfType<GitLabUser>().Select(user => user.Id).Distinct().ToArray();
        List<GitLabMember> members = [];
        try
        {
            foreach (var some in asked.Chunk(GitLabApi.PageSize))
            {
                var query = string.Join('&', some.Select(id => $"user_ids[]={id}"));
                members.AddRange(await api.ListAsync<GitLabMember>(project, project.At($"/members/all?{query}"), cancellationToken));
            }
        }
        catch (AtheneException refused) when (refused.Type == ErrorTypes.TrackerUnauthorized)
        {
            LogNotTold(project.Path, refused.Message);
        }

        return members;
    }

    /// <exception cref="AtheneException">There is no such user.</exception>
    internal async Task<GitLabUser> FindAsync(GitLabProject project, string name, CancellationToken cancellationToken)
    {
        var found = await api.ListAsync<GitLabUser>(project, $"users?username={Uri.EscapeDataString(name)}", cancellationToken);
        return found.FirstOrDefault(user => user.Username.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw GitLabProblems.UnknownUser(name);
    }
}
