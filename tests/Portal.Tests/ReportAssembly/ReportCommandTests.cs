using Transparency.Portal.ReportAssembly;

namespace Transparency.Portal.Tests.ReportAssembly;

public sealed class ReportCommandTests
{
    [Theory]
    [InlineData("report", 2, "usage:")]
    [InlineData("report quarterly", 2, "Name a quarter and a file")]
    [InlineData("report quarterly 2026Q7 --out a.pdf", 2, "is no quarter")]
    [InlineData("report annual 2026", 2, "comes in a later version")]
    [InlineData("report evaluation 7 --out a.pdf", 2, "comes in a later version")]
    [InlineData("report poem", 2, "There is no report \"poem\"")]
    public async Task Arguments_that_cannot_be_followed_are_explained(string line, int code, string words)
    {
        var (result, output, errors) = await RunAsync(line);

        Assert.Equal(code, result);
        Assert.Contains(words, errors, StringComparison.Ordinal);
        Assert.Empty(output);
    }

    [Theory]
    [InlineData("report --help")]
    [InlineData("report quarterly --help")]
    public async Task Help_is_no_error(string line)
    {
        var (result, output, errors) = await RunAsync(line);

        Assert.Equal(0, result);
        Assert.Contains("usage:", output, StringComparison.Ordinal);
        Assert.Empty(errors);
    }

    private static async Task<(int Result, string Output, string Errors)> RunAsync(string line)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var result = await ReportCommand.RunAsync(line.Split(' '), output, errors, TestContext.Current.CancellationToken);
        return (result, output.ToString(), errors.ToString());
    }
}
