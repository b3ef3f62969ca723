using Athene.Contracts.Errors;

namespace Athene.TrackerBridge.GitLab;

/// <summary>Who may write to a project.</summary>
public sealed partial class GitLabMembers(GitLabApi api, ILogger<GitLabMembers> logger)
{
    /// <summary>Those of <paramref name="users"/> who may write; nobody when GitLab would not tell.</summary>
    internal async Task<IReadOnlySet<long>> WritersAsync(GitLabProject project, IEnumerable<GitLabUser?> users, CancellationToken cancellationToken)
    {
        var asked = users.OfType<GitLabUser>().Select(user => user.Id).Distinct().ToArray();
        var writers = new HashSet<long>();
        try
        {
            foreach (var some in asked.Chunk(GitLabApi.PageSize))
            {
                var query = string.Join('&', some.Select(id => $"user_ids[]={id}"));
                var members = await api.ListAsync<GitLabMember>(project, project.At($"/members/all?{query}"), cancellationToken);
                writers.UnionWith(members.Where(member => member.MayWrite).Select(member => member.Id));
            }
        }
        catch (AtheneException refused) when (refused.Type == ErrorTypes.TrackerUnauthorized)
        {
            LogNotTold(project.Path, refused.Message);
        }

        return writers;
    }

    /// <exception cref="AtheneException">There is no such user.</exception>
    internal async Task<GitLabUser> FindAsync(GitLabProject project, string name, CancellationToken cancellationToken)
    {
        var found = await api.ListAsync<GitLabUser>(project, $"users?username={Uri.EscapeDataString(name)}", cancellationToken);
        return found.FirstOrDefault(user => user.Username.Equals(name, StringComparison.OrdinalIgnoreCase)) ?? throw GitLabProblems.UnknownUser(name);
    }
}
