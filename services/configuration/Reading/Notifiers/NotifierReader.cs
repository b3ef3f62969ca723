using Athene.Configuration.Notifiers;
using Athene.Configuration.Yaml;

namespace Athene.Configuration.Reading.Notifiers;

/// <summary>Reads one entry of <c>notifiers</c>.</summary>
internal static class NotifierReader
{
    public static NotifierConfiguration Read(string name, YamlSection section)
    {
        var defaults = new DeliveryLimits();
        var plugin = section.Text("plugin") ?? section.Text("package") ?? section.Text("path") ?? name;
        var notifier = new NotifierConfiguration(name, NotifierSettingsReader.Read(plugin, section))
        {
            QuietHours = TimingReader.ReadQuietHours(section.Section("quietHours")),
            Digest = TimingReader.ReadDigest(section.Section("digest")),
            Delivery = new DeliveryLimits
            {
                Retries = section.Number("retries") ?? defaults.Retries,
                RetryDelay = section.Number("retryDelayMs", least: 1) is { } delay ? TimeSpan.FromMilliseconds(delay) : defaults.RetryDelay,
                Timeout = section.Number("timeoutMs", least: 1) is { } timeout ? TimeSpan.FromMilliseconds(timeout) : defaults.Timeout,
            },
        };
        if (notifier.Settings is UnsupportedSettings) section.Ignore(section.Keys);
        section.Close();
        return notifier;
    }
}
