using Athene.Cli;
using Athene.Cli.Commands;

using var interruption = new Interruption();
return await new AtheneCommandLine(CliContext.OfProcess()).RunAsync(args, interruption);
