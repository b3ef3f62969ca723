using Athene.Contracts.Hosts;
using Athene.Contracts.Projects;

namespace Athene.Cli.Api;

/// <summary>What <c>athene status</c> answers.</summary>
internal sealed record StatusDocument(
    IReadOnlyList<Supervision.RunningService> Services, IReadOnlyList<ProjectDocument> Projects, IReadOnlyList<HostDocument> Hosts);
