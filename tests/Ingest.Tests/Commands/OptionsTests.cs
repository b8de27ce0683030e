using Transparency.Ingest.Commands;

namespace Transparency.Ingest.Tests.Commands;

public sealed class OptionsTests
{
    [Fact]
    public void Words_values_and_switches_are_told_apart()
    {
        var options = new Options(["on", "4", "--reason", "council of 3 March", "--for-good", "--port=80"], "for-good");

        Assert.Equal(("on", 4, "council of 3 March", 80), (options.TakeWord("what"), options.TakeWordNumber("n", 1, 9), options.Take("reason"), options.TakeNumber("port", 1, 99)));
        Assert.True(options.Has("for-good"));
        options.End();
    }

    [Fact]
    public void What_nobody_asked_for_is_named()
    {
        Assert.Equal("Unknown option: --verbose", Assert.Throws<UsageException>(() => new Options(["--verbose", "x"]).End()).Message);
        Assert.Equal("Not understood: extra", Assert.Throws<UsageException>(() => new Options(["extra"]).End()).Message);
        Assert.Equal("--port needs a value.", Assert.Throws<UsageException>(() => new Options(["--port"])).Message);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("70000")]
    [InlineData("-1")]
    [InlineData("eighty")]
    [InlineData("99999999999999999999")]
    public void A_number_out_of_bounds_is_refused(string text) =>
        Assert.Equal("--port must be a number from 1 to 65535.", Assert.Throws<UsageException>(() => new Options([$"--port={text}"]).TakeNumber("port", 1, 65535)).Message);
}
