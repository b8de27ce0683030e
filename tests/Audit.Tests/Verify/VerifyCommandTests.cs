using System.Net;
using System.Text;
using System.Text.Json;
using Transparency.Audit.Tests.Verification;
using Transparency.Verify;

namespace Transparency.Audit.Tests.Verify;

public sealed class VerifyCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("transparency-").FullName;
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
        _error.Dispose();
    }

    [Theory]
    [InlineData("https://alpr.example")]
    [InlineData("https://alpr.example/")]
    [InlineData("https://alpr.example/log")]
    [InlineData("https://alpr.example/log/")]
    public async Task A_log_on_the_web_is_verified_with_the_key_it_names_and_a_word_of_caution(string address)
    {
        Assert.Equal(ExitCode.EverythingHolds, await RunAsync(Log(300), "verify", address));
        Assert.Contains("300 entries", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains("compare it with one from elsewhere", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_copy_verifies_offline_and_a_changed_one_names_the_entry()
    {
        var copy = Path.Combine(_folder, "copy");
        Assert.Equal(ExitCode.EverythingHolds, await RunAsync(Log(300), "verify", "https://alpr.example", "--save", copy));
        Assert.Equal(ExitCode.EverythingHolds, await RunAsync(null, "verify", copy));

        var bundle = Path.Combine(copy, "tile/entries/000");
        var bytes = await File.ReadAllBytesAsync(bundle, TestContext.Current.CancellationToken);
        bytes[2] ^= 1;
        await File.WriteAllBytesAsync(bundle, bytes, TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.SomethingDoesNotFit, await RunAsync(null, "verify", copy, "--json"));
        using var json = JsonDocument.Parse(_output.ToString());
        Assert.False(json.RootElement.GetProperty("holds").GetBoolean());
        Assert.Equal("entry 0", json.RootElement.GetProperty("problems")[0].GetProperty("where").GetString());
    }

    [Fact]
    public async Task A_remembered_head_must_still_be_contained_and_a_contradiction_is_kept_as_evidence()
    {
        var state = Path.Combine(_folder, "state.json");
        var log = Log(100);
        Assert.Equal(ExitCode.EverythingHolds, await RunAsync(log, "verify", "https://alpr.example", "--state", state));
        log.Append(50);
        Assert.Equal(ExitCode.EverythingHolds, await RunAsync(log, "verify", "https://alpr.example", "--state", state));
        Assert.Contains("100 entries seen last time", _output.ToString(), StringComparison.Ordinal);

        Assert.Equal(ExitCode.SomethingDoesNotFit, await RunAsync(Log(150), "verify", "https://alpr.example", "--state", state));
        Assert.Contains("Two different heads", _output.ToString(), StringComparison.Ordinal);
        var evidence = await File.ReadAllTextAsync(state + ".evidence-150", TestContext.Current.CancellationToken);
        Assert.Equal(2, evidence.Split("marisol-bay.example/log\n150\n").Length - 1);
        Assert.Equal(ExitCode.EverythingHolds, await RunAsync(log, "verify", "https://alpr.example", "--state", state));
    }

    [Fact]
    public async Task Another_key_than_the_trusted_one_is_refused()
    {
        Assert.Equal(ExitCode.SomethingDoesNotFit, await RunAsync(Log(3), "verify", "https://alpr.example", "--key", Golden.LogKeyText));
        Assert.Contains("names another key", _error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verify")]
    [InlineData("verify", "https://a.example", "https://b.example")]
    [InlineData("verify", "https://a.example", "--state")]
    [InlineData("verify", "https://a.example", "--key", "nonsense")]
    [InlineData("verify", "https://a.example", "--key", Golden.WitnessKeyText)]
    [InlineData("verify", "https://a.example", "--fast")]
    [InlineData("witness")]
    public async Task Wrong_usage_is_explained(params string[] args)
    {
        Assert.Equal(ExitCode.Usage, await RunAsync(null, args));
        Assert.NotEmpty(_error.ToString());
    }

    [Fact]
    public async Task A_log_that_cannot_be_read_is_neither_good_nor_bad()
    {
        Assert.Equal(ExitCode.CouldNotRead, await RunAsync(null, "verify", "https://alpr.example"));
        Assert.Equal(ExitCode.CouldNotRead, await RunAsync(null, "verify", Path.Combine(_folder, "nothing")));
        var state = Path.Combine(_folder, "state.json");
        await File.WriteAllTextAsync(state, "not a state", TestContext.Current.CancellationToken);
        Assert.Equal(ExitCode.CouldNotRead, await RunAsync(Log(1), "verify", "https://alpr.example", "--state", state));
    }

    [Fact]
    public async Task Help_is_given()
    {
        Assert.Equal(ExitCode.EverythingHolds, await RunAsync(null, "verify", "--help"));
        Assert.Contains("exit status", _output.ToString(), StringComparison.Ordinal);
    }

    private static SampleLog Log(int entries)
    {
        var log = SampleLog.Of(entries);
        log.Files["key"] = Encoding.UTF8.GetBytes(log.Key + "\n");
        return log;
    }

    private async Task<int> RunAsync(SampleLog? log, params string[] args)
    {
        _output.GetStringBuilder().Clear();
        using var http = new HttpClient(new Served(log));
        return await new VerifyCommand(_output, _error, TimeProvider.System, http).RunAsync(args, TestContext.Current.CancellationToken);
    }

    /// <summary>A web server of one log; without one it is out of order.</summary>
    private sealed class Served(SampleLog? log) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var path = request.RequestUri!.AbsolutePath;
            var status = log is null ? HttpStatusCode.InternalServerError : HttpStatusCode.NotFound;
            return Task.FromResult(log is not null && path.StartsWith("/log/", StringComparison.Ordinal) && log.Files.TryGetValue(path[5..], out var bytes)
                ? new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(bytes) }
                : new HttpResponseMessage(status));
        }
    }
}
