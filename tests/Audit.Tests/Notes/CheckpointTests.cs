using Transparency.Audit.Notes;

namespace Transparency.Audit.Tests.Notes;

public sealed class CheckpointTests
{
    private const string Root = "XB/f6DU1gCLyOS3keNvgU/wTDP4dOggoeakM9r8Uv34=";

    [Fact]
    public void Extension_lines_are_kept()
    {
        var text = $"example.com/behind-the-sofa\n20852163\n{Root}\nextension one\nextension two\n";
        var checkpoint = Checkpoint.Parse(text);
        Assert.NotNull(checkpoint);
        Assert.Equal(["extension one", "extension two"], checkpoint.Extensions);
        Assert.Equal(text, checkpoint.ToText());
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("log\n257\n")]
    [InlineData("log\n257\n" + Root)]
    [InlineData("\n257\n" + Root + "\n")]
    [InlineData("log\n0257\n" + Root + "\n")]
    [InlineData("log\n+257\n" + Root + "\n")]
    [InlineData("log\n-1\n" + Root + "\n")]
    [InlineData("log\n2 57\n" + Root + "\n")]
    [InlineData("log\n9223372036854775808\n" + Root + "\n")]
    [InlineData("log\n257\nXB/f6DU1gCLyOS3keNvgU/wTDP4dOggoeakM9r8Uv34\n")]
    [InlineData("log\n257\nXB/f6DU1gCLyOS3keNvgU/wTDP4dOggoeakM9r8Uv35=\n")]
    [InlineData("log\n257\n" + Root + "\n\n")]
    [InlineData("log\n257\n" + Root + "\nextension\n\nextension\n")]
    [InlineData("log\n0\n" + Root + "\n")]
    public void What_is_not_exactly_a_checkpoint_is_refused(string text) => Assert.Null(Checkpoint.Parse(text));
}
