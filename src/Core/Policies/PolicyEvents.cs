using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;

namespace Transparency.Core.Policies;

/// <summary>What the log says when a policy version is published.</summary>
internal static class PolicyEvents
{
    public static AuditEvent Published(PolicyVersion version, string resolution) => new(
        CouncilActs.PolicyVersion,
        [
            new("policy", version.Version.ToString(CultureInfo.InvariantCulture)),
            new("title", version.Title),
            new("adopted", City.Text(version.Adopted)),
            new("approval", resolution),
            new("retention-days", version.Terms.RetentionDays.ToString(CultureInfo.InvariantCulture)),
            new("digest", Digest(version)),
        ])
    {
        Elements = $"policy version {version.Version}",
        Outcome = string.Create(CultureInfo.InvariantCulture, $"in force from {version.Effective.UtcDateTime:yyyy-MM-dd HH:mm} UTC"),
    };

    /// <summary>SHA-256 of the words, a zero byte and the terms, each as <c>policies</c> holds them; lower-case hexadecimal.</summary>
    private static string Digest(PolicyVersion version) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize(version.Words, PolicyStore.Json) + "\0" + JsonSerializer.Serialize(version.Terms, PolicyStore.Json))));
}
