using System.Text.Json;
using Transparency.Ingest.Commands;
using Transparency.Ingest.Tests.Recognition.Pictures;

namespace Transparency.Ingest.Tests.Commands;

public sealed class ReadCommandTests : IDisposable
{
    private readonly SamplePictures samples = new();
    private readonly StringWriter output = new();
    private readonly StringWriter error = new();

    public void Dispose()
    {
        samples.Dispose();
        output.Dispose();
        error.Dispose();
    }

    [Fact]
    public async Task A_picture_is_one_line_of_json()
    {
        var path = samples.Write("a.jpg", SamplePictures.Scene("7ABC123"));

        Assert.Equal(0, await RunAsync("--json", path));

        var line = JsonDocument.Parse(output.ToString()).RootElement;
        Assert.Equal(Path.GetFileName(samples.Folder) + "/a.jpg", line.GetProperty("file").GetString());
        Assert.True(line.GetProperty("ms").GetDouble() > 0);
        var read = line.GetProperty("reads")[0];
        Assert.Equal("7ABC123", read.GetProperty("plate").GetString());
        Assert.InRange(read.GetProperty("confidence").GetDouble(), 0, 1);
        Assert.Equal(JsonValueKind.Null, read.GetProperty("state").ValueKind);
        Assert.Equal(4, read.GetProperty("box").GetArrayLength());
        Assert.Equal("7ABC123", read.GetProperty("candidates")[0].GetString());
    }

    [Fact]
    public async Task A_folder_is_read_and_a_broken_file_in_it_is_named()
    {
        samples.Write("a.jpg", SamplePictures.Scene("7ABC123"));
        samples.WriteBytes("broken.jpg", [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);
        samples.WriteBytes("empty.png", []);

        Assert.Equal(1, await RunAsync(samples.Folder));

        Assert.Contains("a.jpg: 7ABC123", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("broken.jpg: The JPEG picture is damaged", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("empty.png: The file is empty.", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_video_gives_a_line_for_each_frame_with_a_plate()
    {
        var path = samples.WriteVideo("drive.avi", SamplePictures.Scene("7ABC123"), 3);

        Assert.Equal(0, await RunAsync(path));

        Assert.Equal(3, output.ToString().Split("7ABC123").Length - 1);
        Assert.Contains("00:00:00.100", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_pictures_is_an_error()
    {
        Assert.Equal(1, await RunAsync(samples.Folder));
        Assert.Contains("no pictures or videos", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--json")]
    [InlineData("--what", "a.jpg")]
    public async Task Wrong_usage_is_said_and_exits_with_2(params string[] args) => Assert.Equal(2, await RunAsync(args));

    [Fact]
    public async Task Help_explains_and_exits_with_0()
    {
        Assert.Equal(0, await RunAsync("--help"));
        Assert.Contains("exit code", output.ToString(), StringComparison.Ordinal);
    }

    private Task<int> RunAsync(params string[] args) => ReadCommand.RunAsync(args, output, error, TestContext.Current.CancellationToken);
}
