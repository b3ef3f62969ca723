using System.ComponentModel;
using Athene.Configuration.Notifiers;

namespace Athene.Notifier.Channels.Desktop;

/// <summary>A bubble on the desktop, where there is one.</summary>
public sealed class DesktopChannel(DesktopSettings settings, DesktopEnvironment desktop) : IChannel
{
    public bool IsAvailable => desktop.CanShow;

    public async Task SendAsync(Message message, CancellationToken cancellationToken)
    {
        if (DesktopCall.Of(message.Notification, desktop, settings.Sound) is not { } call)
            throw new ChannelException("neither notify-send nor gdbus is installed") { IsPermanent = true, IsMisconfigured = true };
        var program = Path.GetFileName(call.Program);
        try
        {
            var result = await Cli.Wrap(call.Program).WithArguments(call.Arguments).WithValidation(CommandResultValidation.None).ExecuteBufferedAsync(cancellationToken);
            if (!result.IsSuccess) throw new ChannelException($"{program} ended with {result.ExitCode}: {result.StandardError.Trim()}");
        }
        catch (Win32Exception exception)
        {
            throw new ChannelException($"{program} cannot be run: {exception.Message}", exception);
        }
    }
}
