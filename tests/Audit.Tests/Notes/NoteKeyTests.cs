using Transparency.Audit.Notes;

namespace Transparency.Audit.Tests.Notes;

public sealed class NoteKeyTests
{
    [Theory]
    [InlineData(Golden.LogKeyText, NoteKey.Ed25519)]
    [InlineData(Golden.WitnessKeyText, NoteKey.Cosignature)]
    [InlineData("example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k", NoteKey.Ed25519)]
    [InlineData("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", NoteKey.Ed25519)]
    public void A_verifier_key_reads_and_writes_the_same(string text, byte type)
    {
        Assert.True(NoteKey.TryParse(text, out var key));
        Assert.Equal(text, key.ToString());
        Assert.Equal(type, key.Type);
    }

    [Theory]
    [InlineData("")]
    [InlineData("example.org/golden-log")]
    [InlineData("example.org/golden-log+5133f263")]
    [InlineData("+5133f263+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")]
    [InlineData("example.org/golden log+5133f263+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")]
    [InlineData("example.org/other-log+5133f263+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")]
    [InlineData("example.org/golden-log+5133f264+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")]
    [InlineData("example.org/golden-log+133f263+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")]
    [InlineData("example.org/golden-log+5133f263+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG")]
    [InlineData("example.org/golden-log+5133f263+AgOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4")]
    [InlineData("example.org/golden-log+5133f263+AQOhB7/zzhC")]
    [InlineData(null)]
    public void Anything_else_is_no_key(string? text) => Assert.False(NoteKey.TryParse(text, out _));

    [Fact]
    public void A_logs_key_does_not_sign_as_a_witness_nor_a_witnesss_as_a_log()
    {
        using var log = new NoteSigner(Golden.Origin, NoteKey.Ed25519, Golden.LogSeed);
        using var witness = new NoteSigner(Golden.WitnessName, NoteKey.Cosignature, Golden.WitnessSeed);
        Assert.Throws<InvalidOperationException>(() => log.Cosign("text\n", 1));
        Assert.Throws<InvalidOperationException>(() => witness.Sign("text\n"));
    }
}
