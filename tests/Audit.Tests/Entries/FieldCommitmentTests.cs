using System.Security.Cryptography;
using System.Text;
using Transparency.Audit.Entries;

namespace Transparency.Audit.Tests.Entries;

public sealed class FieldCommitmentTests
{
    [Fact]
    public void A_commitment_is_the_hash_of_tag_name_salt_and_value()
    {
        var salt = Enumerable.Range(0, 32).Select(i => (byte)i).ToArray();
        byte[] input = [.. "transparency/field/v1\0plate\0"u8, .. salt, .. Encoding.UTF8.GetBytes("7QZX418 \u00e9")];
        Assert.Equal(SHA256.HashData(input), FieldCommitment.Of("plate", salt, "7QZX418 \u00e9").ToArray());
    }

    [Fact]
    public void Another_name_salt_or_value_does_not_open_a_commitment()
    {
        var opening = FieldOpening.Create("plate", "7QZX418");
        var entry = LogEntry.Commit(1, "search", "2026-11-22", "marisol-bay-pd", [opening, FieldOpening.Create("basis", "7QZX418")]);
        Assert.True(opening.Opens(entry));
        Assert.False((opening with { Value = "7QZX419" }).Opens(entry));
        Assert.False((opening with { Name = "basis" }).Opens(entry));
        Assert.False((opening with { Name = "no-such-field" }).Opens(entry));
        Assert.False((opening with { Salt = new byte[32] }).Opens(entry));
    }

    [Fact]
    public void A_value_that_is_not_well_formed_text_or_a_short_salt_is_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => FieldCommitment.Of("plate", new byte[32], "\ud800"));
        Assert.ThrowsAny<ArgumentException>(() => FieldCommitment.Of("plate", new byte[31], ""));
    }
}
