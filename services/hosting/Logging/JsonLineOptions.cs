using Microsoft.Extensions.Logging.Console;

namespace Athene.Hosting.Logging;

/// <summary>What every line of a service's log says about it.</summary>
public sealed class JsonLineOptions : ConsoleFormatterOptions
{
    public string Service { get; set; } = "";
}
