using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace Athene.TrackerBridge.GitHub;

/// <summary>What an App proves itself with: a JSON Web Token, signed with its private key (RS256). Pure.</summary>
public static class GitHubAppAssertion
{
    /// <summary>GitHub takes none that is good for more than ten minutes.</summary>
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(9);

    /// <summary>GitHub's advice against clocks that differ.</summary>
    private static readonly TimeSpan Drift = TimeSpan.FromMinutes(1);

    /// <param name="key">The private key as PEM text; line ends may be written as <c>\n</c>, as environment files have them.</param>
    /// <exception cref="Contracts.Errors.AtheneException">The key is none.</exception>
    public static string Sign(string appId, string key, DateTimeOffset now)
    {
        using var rsa = RSA.Create();
        try
        {
            rsa.ImportFromPem(key.Replace("\\n", "\n", StringComparison.Ordinal));
        }
        catch (Exception malformed) when (malformed is ArgumentException or CryptographicException)
        {
            throw GitHubProblems.AppKeyInvalid(malformed);
        }

        var claims = new { iat = (now - Drift).ToUnixTimeSeconds(), exp = (now + Life).ToUnixTimeSeconds(), iss = appId };
        var signed = $"{Part(new { alg = "RS256", typ = "JWT" })}.{Part(claims)}";
        var signature = rsa.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Part<T>(T content) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(content));
}
