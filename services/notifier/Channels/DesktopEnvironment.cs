namespace Athene.Notifier.Channels;

/// <summary>Whether there is a desktop to show something on, and the program that does it.</summary>
/// <param name="NotifySend">The full path of <c>notify-send</c>; null: it is not installed.</param>
/// <param name="HasSession">Whether a graphical session or a message bus of the user is there.</param>
public sealed record DesktopEnvironment(string? NotifySend, bool HasSession)
{
    private const string Program = "notify-send";

    private static readonly string[] SessionVariables = ["DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"];

    public static DesktopEnvironment Current() => From(Environment.GetEnvironmentVariable);

    public static DesktopEnvironment From(Func<string, string?> variable) => new(
        (variable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, Program))
            .FirstOrDefault(File.Exists),
        SessionVariables.Any(name => !string.IsNullOrEmpty(variable(name))));
}
