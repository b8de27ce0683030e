using System.Text;
using System.Text.Json.Serialization;
using Transparency.Audit.Merkle;
using Transparency.Audit.Sampling;

namespace Transparency.Audit.Tests.Sampling;

public sealed class AuditSampleTests
{
    [Fact]
    public void Every_golden_sample_is_drawn_again()
    {
        foreach (var vector in Golden.List<SampleVector>("audit-sample.json"))
        {
            var seed = vector.CheckpointBody is { } body ? AuditSample.Seed(body, vector.Purpose!, vector.Beacon!) : Convert.FromHexString(vector.Seed);
            Assert.Equal(vector.Seed, Convert.ToHexStringLower(seed));
            var sample = AuditSample.Draw(seed, vector.Entries, vector.Count);
            Assert.Equal(vector.Indices ?? sample, sample);
            Assert.Equal(vector.IndicesSha256, TreeHash.Sum(Encoding.ASCII.GetBytes(string.Join(',', sample))).ToString());
        }
    }

    [Fact]
    public void A_longer_sample_begins_with_the_shorter_one_and_never_repeats()
    {
        var checkpoint = Golden.Text("checkpoints/257.txt").Split("\n\n")[0] + "\n";
        var all = AuditSample.Draw(checkpoint, "quarterly audit 2026Q4", "none", 1000);
        Assert.Equal(257, all.Distinct().Count());
        Assert.Equal(all.Take(12), AuditSample.Draw(checkpoint, "quarterly audit 2026Q4", "none", 12));
    }

    [Theory]
    [InlineData("log\n0\n47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n", "audit")]
    [InlineData("log\n257\nXB/f6DU1gCLyOS3keNvgU/wTDP4dOggoeakM9r8Uv34=\nextension\n", "audit")]
    [InlineData("log\n257\nXB/f6DU1gCLyOS3keNvgU/wTDP4dOggoeakM9r8Uv34=\n", "audit\nof two lines")]
    public void Inputs_that_could_be_read_in_two_ways_are_refused(string checkpoint, string purpose) =>
        Assert.Throws<ArgumentException>(() => AuditSample.Draw(checkpoint, purpose, "none", 5));
}

internal sealed record SampleVector(
    [property: JsonPropertyName("checkpoint_body")] string? CheckpointBody,
    [property: JsonPropertyName("purpose")] string? Purpose,
    [property: JsonPropertyName("beacon")] string? Beacon,
    [property: JsonPropertyName("seed_hex")] string Seed,
    [property: JsonPropertyName("n")] ulong Entries,
    [property: JsonPropertyName("k")] int Count,
    [property: JsonPropertyName("indices")] ulong[]? Indices,
    [property: JsonPropertyName("indices_sha256")] string IndicesSha256);
