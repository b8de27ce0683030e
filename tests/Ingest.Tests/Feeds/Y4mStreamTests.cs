using System.Text;
using Transparency.Ingest.Feeds;

namespace Transparency.Ingest.Tests.Feeds;

public sealed class Y4mStreamTests
{
    [Fact]
    public void A_header_tells_size_and_range()
    {
        var stream = Of("YUV4MPEG2 W5 H3 F10:1 Ip A1:1 C420jpeg XYSCSS=420JPEG XCOLORRANGE=FULL\nFRAME\n" + new string('a', 15 + 6 + 6));

        Assert.True(stream.ReadHeader());
        Assert.Equal((5, 3, 27, false), (stream.Width, stream.Height, stream.FrameLength, stream.IsLimited));
        Assert.True(stream.ReadFrame(new byte[27]));
        Assert.False(stream.ReadFrame(new byte[27]));
    }

    [Fact]
    public void Without_a_word_on_the_range_it_is_limited()
    {
        var stream = Of("YUV4MPEG2 W2 H2 F10:1\n");

        Assert.True(stream.ReadHeader() && stream.IsLimited);
    }

    [Theory]
    [InlineData("")]
    [InlineData("YUV4MPEG2")]
    [InlineData("YUV4MPEG2 W0 H4\n")]
    [InlineData("YUV4MPEG2 W4 H-4\n")]
    [InlineData("YUV4MPEG2 W99999999999 H4\n")]
    [InlineData("something else entirely\n")]
    public void What_is_no_header_is_refused(string text) => Assert.False(Of(text).ReadHeader());

    [Fact]
    public void A_frame_that_was_cut_off_is_no_frame()
    {
        var stream = Of("YUV4MPEG2 W4 H4 F10:1\nFRAME\nabcdef");

        Assert.True(stream.ReadHeader());
        Assert.False(stream.ReadFrame(new byte[stream.FrameLength]));
    }

    [Fact]
    public void The_limited_range_is_stretched_to_the_full_one()
    {
        byte[] luma = [0, 16, 126, 235, 255];
        byte[] chroma = [16, 128, 240];
        FullRange.StretchLuma(luma);
        FullRange.StretchChroma(chroma);

        Assert.Equal([0, 0, 128, 255, 255], luma);
        Assert.Equal([1, 128, 255], chroma.Select(value => value == 0 ? (byte)1 : value));
    }

    private static Y4mStream Of(string text) => new(new MemoryStream(Encoding.ASCII.GetBytes(text)));
}
