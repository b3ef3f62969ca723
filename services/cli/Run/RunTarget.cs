namespace Athene.Cli.Run;

/// <summary>Whom a <see cref="RunTemplate"/> is read for.</summary>
internal enum RunTarget
{
    /// <summary>The embedded sidecar, which follows a part of what a template may say: see <see cref="EmbeddedRules"/>.</summary>
    Embedded,

    /// <summary>Dapr itself, which follows all of it.</summary>
    Dapr,
}
