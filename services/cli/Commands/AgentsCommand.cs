using System.CommandLine;
using Athene.Cli.Agents;
using Athene.Cli.Output;
using Athene.Configuration.Agents;

namespace Athene.Cli.Commands;

/// <summary><c>athene agents</c>: the agents that sessions can be given, and which of them are on this machine.</summary>
internal sealed class AgentsCommand(CliContext context) : CliCommand(context, "agents", "List the agents that have a profile, and which are installed.")
{
    protected override Task<ExitCode> RunAsync(ParseResult parse, CommandOutput output, CancellationToken cancellationToken)
    {
        var agents = InstalledAgents.Read(Context);
        var list = new AgentList([.. agents.Profiles.Select(profile =>
            new AgentListing(AgentSummary.Of(profile), agents.Find(profile), agents.Needed.Contains(profile.Name)))]);
        output.Answer(list, writer => Write(writer, list));
        return Task.FromResult(ExitCode.Done);
    }

    private static void Write(TextWriter writer, AgentList list)
    {
        var table = new TextTable("AGENT", "INSTALLED", "PERMISSIONS", "RESUME", "HOW TO GET IT");
        foreach (var (agent, installed, _) in list.Data)
        {
            table.Add(
                agent.Name, installed ?? "no", string.Join(", ", agent.Permissions), agent.Resume ?? "-", installed is null ? agent.Install ?? "-" : "");
        }

        table.Write(writer);
    }
}
