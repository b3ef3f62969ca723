using Athene.Contracts.Sessions;

namespace Athene.Cli.Output;

/// <summary>What a claim did, in words.</summary>
internal static class ClaimCard
{
    public static void Write(TextWriter writer, ClaimResult claim)
    {
        writer.WriteLine($"{claim.SessionId} has pull request #{claim.Pr.Number}: {claim.Pr.Url}");
        writer.WriteLine(claim.BranchChanged ? $"Its worktree is on {claim.Branch} now." : $"Its worktree was on {claim.Branch} already.");
        if (claim.TakenOverFrom.Count > 0) writer.WriteLine($"Taken over from {string.Join(", ", claim.TakenOverFrom)}.");
        if (claim.Assigned) writer.WriteLine("It is assigned to you.");
        if (claim.AssignmentError is { } error) writer.WriteLine($"It could not be assigned: {error}");
    }
}
