using System.Globalization;
using Athene.Contracts.Sessions;

namespace Athene.Cli.Output;

/// <summary>Pauses as people read them.</summary>
internal static class PauseWords
{
    public static string Of(SessionPause pause) => $"{Short(pause)}: {pause.Detail}";

    /// <summary>Until when, in the time zone of the reader.</summary>
    public static string Short(SessionPause pause) => pause.Until is { } until
        ? string.Create(CultureInfo.InvariantCulture, $"until {until.LocalDateTime:yyyy-MM-dd HH:mm}")
        : "until somebody resumes it";
}
