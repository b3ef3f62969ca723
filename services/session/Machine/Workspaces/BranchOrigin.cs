namespace Athene.Session.Machine.Workspaces;

/// <summary>How a worktree came to its branch.</summary>
public enum BranchOrigin
{
    /// <summary>The branch was made from the base.</summary>
    Created,

    /// <summary>The wished-for name was checked out elsewhere: a new branch with a number at its end was made from the base.</summary>
    CreatedWithSuffix,

    /// <summary>The branch is the session's own, without commits: an attempt that was killed before it could say so has made it.</summary>
    CreatedBefore,

    /// <summary>The branch existed without commits of its own.</summary>
    AttachedEmpty,

    /// <summary>The branch existed with commits of its own, which are all still there.</summary>
    AttachedWithCommits,

    /// <summary>The whole worktree existed, with this branch checked out.</summary>
    Adopted,
}
