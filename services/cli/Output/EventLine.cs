using Athene.Contracts.Events;

namespace Athene.Cli.Output;

/// <summary>An event as a line of text.</summary>
internal static class EventLine
{
    public static string Of(EventDocument entry, Style style)
    {
        var text = $"{style.Quiet($"{entry.Time.ToLocalTime():HH:mm:ss}")}  {entry.SessionId ?? entry.ProjectId ?? "-",-12}  {entry.Kind,-24}  {Printable.Of(entry.Summary)}";
        return entry.Level switch
        {
            "error" => style.Bad(text),
            "warn" => style.Warning(text),
            _ => text,
        };
    }
}
