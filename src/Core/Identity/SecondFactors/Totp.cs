using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Transparency.Core.Identity.SecondFactors;

/// <summary>
/// Rule: time-based one-time codes as RFC 6238 makes them with the parameters every authenticator knows: HMAC-SHA-1, 30 seconds, six
/// digits. A code of the step before or after is accepted, because clocks differ; one that was used is not, whoever offers it again.
/// </summary>
public static class Totp
{
    /// <summary>Length of a secret, as RFC 4226 section 4 recommends.</summary>
    public const int SecretBytes = 20;

    private const int StepSeconds = 30;
    private const int Digits = 6;
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static long StepAt(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of one step: six digits.</summary>
    public static string Code(ReadOnlySpan<byte> secret, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[20];
#pragma warning disable CA5350 // RFC 6238: what authenticators implement. The MAC's security does not rest on collisions of SHA-1.
        HMACSHA1.HashData(secret, counter, mac);
#pragma warning restore CA5350
        var number = BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 15)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, or null. Steps up to <paramref name="lastStep"/> were used and do not count.</summary>
    /// <param name="secret">The account's secret.</param>
    /// <param name="typed">As typed; spaces are left out.</param>
    /// <param name="at">Now.</param>
    /// <param name="lastStep">The newest step that was used.</param>
    public static long? Accept(ReadOnlySpan<byte> secret, string typed, DateTimeOffset at, long lastStep)
    {
        var code = Encoding.ASCII.GetBytes(string.Concat(typed.Where(c => !char.IsWhiteSpace(c))));
        if (code.Length != Digits)
        {
            return null;
        }

        var now = StepAt(at);
        for (var step = Math.Max(now - 1, lastStep + 1); step <= now + 1; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Code(secret, step)), code))
            {
                return step;
            }
        }

        return null;
    }

    /// <summary>A secret as authenticators take it when it is typed: base 32 (RFC 4648) without padding.</summary>
    public static string SecretText(ReadOnlySpan<byte> secret)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var octet in secret)
        {
            bits = (bits << 8) | octet;
            for (held += 8; held >= 5; held -= 5)
            {
                text.Append(Base32[(bits >> (held - 5)) & 31]);
            }

            bits &= (1 << held) - 1;
        }

        return held > 0 ? text.Append(Base32[(bits << (5 - held)) & 31]).ToString() : text.ToString();
    }

    /// <summary>What the picture holds that an authenticator reads (the key URI format of Google Authenticator).</summary>
    public static string Uri(string issuer, string account, ReadOnlySpan<byte> secret) =>
        $"otpauth://totp/{System.Uri.EscapeDataString(issuer)}:{System.Uri.EscapeDataString(account)}?secret={SecretText(secret)}&issuer={System.Uri.EscapeDataString(issuer)}";
}
