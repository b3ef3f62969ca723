using Athene.EndToEnd.Tests.Harness;

namespace Athene.EndToEnd.Tests.Crash.Matrix;

/// <summary>Rounds of concurrent operations on one fleet, with a process killed at another place in each, until every place has had its turn.</summary>
internal static class Matrix
{
    private const string Configuration = $$"""
        defaults:
          agent: {{AgentScripts.Listener}}
        projects:
          {{FleetOperations.Project}}:
            path: ~/{{FleetOperations.Project}}
            sessionPrefix: {{FleetOperations.Project}}
            repo: {{FakeGitHub.Repository}}
            postCreate: ["true"]
          {{FleetOperations.Broken}}:
            path: ~/{{FleetOperations.Broken}}
            sessionPrefix: {{FleetOperations.Broken}}
            postCreate: ["exit 3"]
        """;

    /// <summary>How many pull requests the sessions quarrel about; they are numbered from 1.</summary>
    public const int PullRequests = 3;

    /// <summary>Plays the rounds; ends with an exception at the first thing that was lost or leaked.</summary>
    /// <param name="unreachable">Steps that no operation of the matrix comes by.</param>
    public static async Task PlayAsync(Victim victim, int rounds, IReadOnlyCollection<string> unreachable)
    {
        using var github = new FakeGitHub();
        await using var athene = Installation.Prepare(
            new InstallationOptions { Fault = "ordered", Configuration = Configuration, Variables = HostedInstallation.VariablesFor(github) });
        athene.Agents.WriteUsual();
        var repository = await PrepareProjectAsync(athene, github);
        await TestRepository.CreateAsync(Path.Combine(athene.UserHome, FleetOperations.Broken));
        await athene.UpAsync();

        var dice = new Random(MatrixSize.Seed);
        var fleet = new Fleet();
        var inventory = new Inventory(athene, repository, fleet);
        var faults = Fault.All(victim).Where(fault => !unreachable.Contains(fault.Step)).ToList();
        var missed = new HashSet<Fault>(faults);
        for (var number = 0; number < rounds; number++)
        {
            var fault = missed.Count > 0 && number >= faults.Count ? missed.First() : faults[number % faults.Count];
            var operations = new FleetOperations(athene, fleet);
            try
            {
                if (await new Round(athene, operations, dice).RunAsync(fault)) missed.Remove(fault);
                await inventory.CountAsync();
                operations.Surprises.ShouldBeEmpty();
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Round {number + 1} of {rounds} (seed {MatrixSize.Seed}), {fault}: {failure.Message}", failure);
            }
        }

        if (rounds >= 2 * faults.Count) missed.ShouldBeEmpty("places at which nothing was ever killed");
    }

    private static async Task<TestRepository> PrepareProjectAsync(Installation athene, FakeGitHub github)
    {
        var repository = await TestRepository.CreateAsync(Path.Combine(athene.UserHome, FleetOperations.Project));
        await repository.AddOriginAsync();
        var project = new HostedProject(athene, FleetOperations.Project, repository, github);
        for (var number = 1; number <= PullRequests; number++) await project.OpenPullRequestAsync(number, $"feat/{number}");
        return repository;
    }
}
