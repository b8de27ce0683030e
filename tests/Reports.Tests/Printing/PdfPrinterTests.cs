using Transparency.Reports.Printing;

namespace Transparency.Reports.Tests.Printing;

public sealed class PdfPrinterTests
{
    private static readonly DateTimeOffset Day = new(2026, 10, 6, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_missing_browser_is_named_with_what_to_install()
    {
        var failure = await Assert.ThrowsAsync<PrintException>(() => new PdfPrinter { Chromium = "no-such-browser" }.PrintAsync("<p>x", Day, Cancel));
        Assert.Contains("no-such-browser could not be started", failure.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install chromium qpdf", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_fails_is_named_with_its_code()
    {
        var failure = await Assert.ThrowsAsync<PrintException>(() => new PdfPrinter { Chromium = "false" }.PrintAsync("<p>x", Day, Cancel));
        Assert.Contains("false ended with code 1", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_browser_that_writes_nothing_is_an_error()
    {
        var failure = await Assert.ThrowsAsync<PrintException>(() => new PdfPrinter { Chromium = "true" }.PrintAsync("<p>x", Day, Cancel));
        Assert.Contains("without writing a PDF", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task A_browser_that_hangs_is_stopped()
    {
        var script = Path.Combine(Directory.CreateTempSubdirectory("hang-").FullName, "hang");
        await File.WriteAllTextAsync(script, "#!/bin/sh\nsleep 600\n", Cancel);
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var printer = new PdfPrinter { Chromium = script, Limit = TimeSpan.FromMilliseconds(200) };
        var failure = await Assert.ThrowsAsync<PrintException>(() => printer.PrintAsync("<p>x", Day, Cancel));
        Assert.Contains("did not finish", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_qpdf_is_named()
    {
        Programs.Need("chromium");
        var failure = await Assert.ThrowsAsync<PrintException>(() => new PdfPrinter { Qpdf = "no-such-qpdf" }.PrintAsync("<p>x", Day, Cancel));
        Assert.Contains("no-such-qpdf", failure.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
