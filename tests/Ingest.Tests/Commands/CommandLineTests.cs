using System.Diagnostics;

namespace Transparency.Ingest.Tests.Commands;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData(2, "Unknown command: nothing", "nothing")]
    [InlineData(2, "comes with a later version", "backup")]
    [InlineData(2, "--port is missing", "demo-camera")]
    [InlineData(2, "--reason is missing", "camera", "off", "2")]
    [InlineData(1, "stays as it is. No council decision is recorded", "camera", "on", "3", "--reason", "test")]
    [InlineData(1, "no agency", "user", "add", "jdoe", "--name", "J. Doe", "--roles", "officer", "--agency", "nowhere")]
    public async Task What_cannot_be_done_is_said_in_a_sentence_with_an_exit_code(int code, string sentence, params string[] arguments)
    {
        await using var city = await TestCity.CreateAsync();
        var (exit, _, error) = await RunAsync(city.Folder, arguments);

        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.Equal(code, exit);
    }

    [Fact]
    public async Task Cameras_are_listed_and_switched_on_under_a_council_decision()
    {
        await using var city = await TestCity.CreateAsync();

        var (exit, said, _) = await RunAsync(city.Folder, "camera", "on", "2", "--reason", "decision of 3 March 2020");
        var (_, list, _) = await RunAsync(city.Folder, "camera", "list");

        Assert.Equal(0, exit);
        Assert.Contains("Camera 2 is switched on. Log entry", said, StringComparison.Ordinal);
        Assert.Equal(3, list.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("No council decision is recorded for this.", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_folder_is_migrated_and_a_city_is_asked_for()
    {
        using var folder = new TemporaryFolder();

        var (migrated, _, _) = await RunAsync(folder.Path, "migrate");
        var (exit, _, error) = await RunAsync(folder.Path, "worker");

        Assert.Equal((0, 1), (migrated, exit));
        Assert.Contains("no city yet", error, StringComparison.Ordinal);
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(string dataFolder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Transparency.Ingest.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TRANSPARENCY__DATAFOLDER"] = dataFolder },
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }
}
