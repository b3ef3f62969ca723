using Athene.EndToEnd.Tests.Harness;
using Athene.Testing.Models;

namespace Athene.EndToEnd.Tests.RealAgents;

/// <summary>Where one test plays: a project of a configuration, an agent with a home of its own, and the model that it talks to.</summary>
internal sealed record Scene(string ProjectId, RealAgent Agent, ScriptedModel Model, string RepositoryPath)
{
    /// <summary>The project as <c>athene.yaml</c> has it.</summary>
    public string Configuration =>
        $$"""
          {{ProjectId}}:
            path: {{RepositoryPath}}
            sessionPrefix: {{ProjectId}}
            defaultBranch: main
            agent: {{Agent.Name}}
            env: { {{string.Join(", ", Agent.Environment.Select(variable => $"{variable.Key}: \"{variable.Value}\""))}} }
        """;

    public TestRepository Repository => new(RepositoryPath);
}
