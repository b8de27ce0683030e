using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Transparency.Audit.Notes;

namespace Transparency.Audit.Sampling;

/// <summary>
/// Draws entries for an audit so that anyone can repeat the draw (audit-sample/v1): an HMAC stream keyed by the checkpoint, the
/// audit's purpose and a public beacon. Without a beacon nobody could know beforehand ("none") the draw is repeatable but an
/// operator could have tried trees until it liked the sample.
/// </summary>
public static class AuditSample
{
    /// <param name="checkpoint">The text of a verified checkpoint: exactly origin, size and root.</param>
    /// <param name="count">How many entries are wanted, at least 1; a smaller log gives all of its entries.</param>
    /// <returns>Distinct indices in the order drawn: a longer sample of the same inputs begins with the shorter one.</returns>
    /// <exception cref="ArgumentException">The checkpoint has extension lines or no entries, or a line has control characters.</exception>
    public static IReadOnlyList<ulong> Draw(string checkpoint, string purpose, string beacon, int count)
    {
        if (Checkpoint.Parse(checkpoint) is not { Extensions.Count: 0, Head.Size: > 0 and var size })
        {
            throw new ArgumentException("A sample is drawn from a checkpoint of three lines with at least one entry.", nameof(checkpoint));
        }
        return Draw(Seed(checkpoint, purpose, beacon), (ulong)size, count);
    }

    /// <summary>The stream's key: SHA-256 over the version, purpose, beacon and checkpoint.</summary>
    public static byte[] Seed(string checkpoint, string purpose, string beacon) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"audit-sample/v1\n{Line(purpose)}\n{Line(beacon)}\n{checkpoint}"));

    /// <param name="entries">The number of entries to choose among, at least 1.</param>
    public static IReadOnlyList<ulong> Draw(ReadOnlySpan<byte> seed, ulong entries, int count)
    {
        ArgumentOutOfRangeException.ThrowIfZero(entries);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        var wanted = (int)Math.Min((ulong)count, entries);
        // Words below 2^64 mod n are dropped, so that every index is equally likely.
        var lowest = unchecked(0 - entries) % entries;
        var drawn = new HashSet<ulong>();
        var sample = new List<ulong>(wanted);
        Span<byte> counter = stackalloc byte[8];
        Span<byte> block = stackalloc byte[32];
        for (ulong i = 0; sample.Count < wanted; i++)
        {
            BinaryPrimitives.WriteUInt64BigEndian(counter, i);
            HMACSHA256.HashData(seed, counter, block);
            for (var word = 0; word < 4 && sample.Count < wanted; word++)
            {
                var value = BinaryPrimitives.ReadUInt64BigEndian(block[(8 * word)..]);
                if (value >= lowest && drawn.Add(value % entries))
                {
                    sample.Add(value % entries);
                }
            }
        }
        return sample;
    }

    private static string Line(string value) => value.Any(char.IsControl)
        ? throw new ArgumentException("A purpose and a beacon are one line of text each.", nameof(value))
        : value;
}
