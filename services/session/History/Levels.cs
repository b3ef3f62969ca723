namespace Athene.Session.History;

/// <summary>How bad an event is.</summary>
public static class Levels
{
    public const string Info = "info";

    public const string Warn = "warn";

    public const string Error = "error";
}
