using System.Text.Json;
using System.Text.Json.Serialization;
using Athene.Cli.Agents;
using Athene.Cli.Api;
using Athene.Cli.Doctor;
using Athene.Cli.Supervision;

namespace Athene.Cli.Output;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(RunDocument))]
[JsonSerializable(typeof(DownDocument))]
[JsonSerializable(typeof(StatusDocument))]
[JsonSerializable(typeof(DoctorDocument))]
[JsonSerializable(typeof(AgentList))]
[JsonSerializable(typeof(BatchSpawnDocument))]
[JsonSerializable(typeof(SidecarFile))]
internal sealed partial class CliJsonContext : JsonSerializerContext;
