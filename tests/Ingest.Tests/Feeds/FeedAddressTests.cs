using Transparency.Ingest.Feeds;

namespace Transparency.Ingest.Tests.Feeds;

public sealed class FeedAddressTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rtsp://viewer:secret@192.0.2.7:554/stream?token=secret", FeedKind.Rtsp, "rtsp://192.0.2.7")]
    [InlineData("http://viewer:secret@camera.example/video.mjpg", FeedKind.Http, "http://camera.example")]
    [InlineData("https://camera.example/secret", FeedKind.Http, "https://camera.example")]
    public void An_address_shows_its_host_and_never_its_password(string text, FeedKind kind, string shown)
    {
        Assert.True(FeedAddress.TryParse(text, out var address, out _));
        Assert.Equal((kind, true, shown), (address.Kind, address.IsLive, address.ToString()));
        Assert.DoesNotContain("secret", address.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_is_a_video_and_a_folder_holds_pictures()
    {
        File.WriteAllText(_folder.File("street.mp4"), "");
        Assert.True(FeedAddress.TryParse(_folder.File("street.mp4"), out var video, out _));
        Assert.True(FeedAddress.TryParse(_folder.Path, out var pictures, out _));
        Assert.Equal((FeedKind.Video, FeedKind.Pictures), (video.Kind, pictures.Kind));
    }

    [Theory]
    [InlineData("")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://secret@camera.example/")]
    [InlineData("rtsp://")]
    [InlineData("concat:/etc/passwd|/etc/group")]
    [InlineData("/no/such/file-secret")]
    [InlineData("http://a\n.example")]
    public void What_is_no_feed_is_refused_without_repeating_it(string text)
    {
        Assert.False(FeedAddress.TryParse(text, out _, out var problem));
        Assert.NotEmpty(problem);
        Assert.DoesNotContain("secret", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void The_decoder_gets_the_address_as_it_is_and_may_open_nothing_but_the_feed()
    {
        Assert.True(FeedAddress.TryParse("http://camera.example/$(touch x)?a=\"b\" -i /etc/passwd", out var address, out _));

        var call = FfmpegArguments.For(address, new FeedSettings());

        Assert.Contains("file 'http://camera.example/$(touch x)?a=\"b\" -i /etc/passwd'\n", call.Input, StringComparison.Ordinal);
        Assert.Equal("pipe,http,https,tls,tcp", call.Arguments[call.Arguments.ToList().IndexOf("-protocol_whitelist") + 1]);
    }

    [Theory]
    [InlineData("rtsp://viewer:secret@192.0.2.7/stream")]
    [InlineData("https://camera.example/video?key=secret")]
    public void A_password_is_not_among_the_arguments_that_the_process_list_shows(string text)
    {
        Assert.True(FeedAddress.TryParse(text, out var address, out _));

        Assert.All(FfmpegArguments.For(address, new FeedSettings()).Arguments, argument => Assert.DoesNotContain("secret", argument, StringComparison.Ordinal));
    }

    [Fact]
    public void A_quotation_mark_in_an_address_does_not_end_it()
    {
        Assert.True(FeedAddress.TryParse("rtsp://camera.example/it's", out var address, out _));

        Assert.Contains(@"file 'rtsp://camera.example/it'\''s'", FfmpegArguments.For(address, new FeedSettings()).Input, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_name_looks_like_an_option_or_a_protocol_stays_a_file()
    {
        File.WriteAllText(_folder.File("-version"), "");
        Assert.True(FeedAddress.TryParse(_folder.File("-version"), out var address, out _));

        Assert.Contains("file:" + _folder.File("-version"), FfmpegArguments.For(address, new FeedSettings()).Arguments);
    }

    [Theory]
    [InlineData("rtsp://viewer:secret@192.0.2.7/: Connection refused", "The camera refuses connections.")]
    [InlineData("Server returned 401 Unauthorized (authorization failed) for http://viewer:secret@x/", "The camera does not accept the user name or password.")]
    [InlineData("something about secret that is new", null)]
    public void A_complaint_of_the_decoder_becomes_a_sentence_of_ours(string complaint, string? sentence) =>
        Assert.Equal(sentence, FeedProblem.Describe(complaint));
}
