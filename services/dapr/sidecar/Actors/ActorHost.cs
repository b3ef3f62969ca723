using Athene.Sidecar.Hosting;

namespace Athene.Sidecar.Actors;

/// <summary>An app that hosts the actors of a type, from the time it came until it goes: the same app started again is another host.</summary>
internal sealed class ActorHost(HostedApp app, ActorTypeSettings settings)
{
    private volatile bool isGone;

    public HostedApp App => app;

    public ActorTypeSettings Settings => settings;

    /// <summary>The app has gone, and with it everything that it kept in memory.</summary>
    public bool IsGone => isGone;

    public void MarkGone() => isGone = true;
}
