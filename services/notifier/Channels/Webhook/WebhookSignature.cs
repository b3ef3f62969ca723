using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Athene.Notifier.Channels.Webhook;

/// <summary>
/// The signature of the Standard Webhooks specification: HMAC-SHA256 over id, time and body, so that neither can be exchanged and an old request is
/// known as old. Pure.
/// </summary>
internal static class WebhookSignature
{
    private const string Prefix = "whsec_";

    public static string Of(string secret, string id, DateTimeOffset time, byte[] body)
    {
        var head = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{time.ToUnixTimeSeconds()}."));
        return $"v1,{Convert.ToBase64String(HMACSHA256.HashData(KeyOf(secret), (byte[])[.. head, .. body]))}";
    }

    // A secret of that form is the key in Base64; any other one is the key itself.
    private static byte[] KeyOf(string secret)
    {
        if (!secret.StartsWith(Prefix, StringComparison.Ordinal)) return Encoding.UTF8.GetBytes(secret);
        var key = new byte[secret.Length];
        return Convert.TryFromBase64String(secret[Prefix.Length..], key, out var length)
            ? key[..length]
            : throw new ChannelException("'secret' begins with whsec_ and is no Base64 after that") { IsPermanent = true, IsMisconfigured = true };
    }
}
