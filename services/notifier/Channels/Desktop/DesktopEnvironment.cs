namespace Athene.Notifier.Channels.Desktop;

/// <summary>Whether there is a desktop to show something on, and the programs that do it.</summary>
/// <param name="NotifySend">The full path of <c>notify-send</c>; null: it is not installed.</param>
/// <param name="Gdbus">Likewise <c>gdbus</c>, which comes with GLib and can say the same on the bus.</param>
/// <param name="HasSession">Whether a graphical session or a message bus of the user is there.</param>
public sealed record DesktopEnvironment(string? NotifySend, string? Gdbus, bool HasSession)
{
    private static readonly string[] SessionVariables = ["DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"];

    public bool CanShow => HasSession && (NotifySend ?? Gdbus) is not null;

    public static DesktopEnvironment Current() => From(Environment.GetEnvironmentVariable);

    public static DesktopEnvironment From(Func<string, string?> variable) => new(
        Find("notify-send", variable("PATH")), Find("gdbus", variable("PATH")), SessionVariables.Any(name => !string.IsNullOrEmpty(variable(name))));

    private static string? Find(string program, string? path) => (path ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, program))
        .FirstOrDefault(File.Exists);
}
