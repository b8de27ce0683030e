using Transparency.Reports.Printing;
using Transparency.Reports.Quarterly;

namespace Transparency.Reports.Tests.Quarterly;

public sealed class QuarterlyReportPdfTests
{
    private static readonly PdfPrinter Printer = new();
    private static readonly Lazy<Task<byte[]>> Full = new(() => PrintAsync(SampleQuarter.Full));

    [Fact]
    public async Task The_same_model_gives_the_same_bytes()
    {
        var first = await FullAsync();
        Assert.Equal(first, await PrintAsync(SampleQuarter.Full));
        Assert.InRange(first.Length, 20_000, 5_000_000);
        await KeepAsync(first, "quarter.pdf");
    }

    [Fact]
    public async Task The_pdf_is_tagged_titled_dated_and_has_an_outline()
    {
        var pdf = await FullAsync();
        var info = await Programs.ReadAsync(pdf, "pdfinfo", "-isodates");
        Assert.Contains("Title:           Licence plate readers in Marisol Bay, California: third quarter of 2026", info, StringComparison.Ordinal);
        Assert.Contains("Tagged:          yes", info, StringComparison.Ordinal);
        Assert.Contains("CreationDate:    2026-10-06T16:30:00", info, StringComparison.Ordinal);
        var structure = await Programs.ReadAsync(pdf, "pdfinfo", "-struct-text");
        Assert.Contains("H1", structure, StringComparison.Ordinal);
        Assert.Contains("TH", structure, StringComparison.Ordinal);
        Assert.Contains("Figure", structure, StringComparison.Ordinal);
        Assert.Contains("How to check this report", structure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_figure_of_the_summary_and_every_section_can_be_read_back()
    {
        var text = Flat(await Programs.ReadAsync(await FullAsync(), "pdftotext", "-layout"));
        Assert.All(["641,208", "42,864 more than the quarter before", "1,214", "287", "34", "655,930", "2a97 516c 354b 6884", "Page 1 of"], part =>
            Assert.Contains(part, text, StringComparison.Ordinal));
        Assert.All(ReportSections.All, section => Assert.Contains(section.Title, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_quarter_without_data_says_why_in_every_section()
    {
        var pdf = await PrintAsync(SampleQuarter.Empty);
        await KeepAsync(pdf, "empty.pdf");
        var text = Flat(await Programs.ReadAsync(pdf, "pdftotext", "-layout"));
        Assert.All(
            [
                "No policy was in force", "No council decision on cameras", "because no camera was in use", "because no read matched a hot list",
                "No search was answered", "No search was refused", "No agreement began", "no read had reached its time", "No review or audit",
                "The log holds no signed head yet", "No figures for the quarter before to compare with",
            ],
            part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_of_three_hundred_characters_stay_on_the_page()
    {
        var name = string.Concat(Enumerable.Repeat("Joint Powers Authority of ", 11)) + "Northern Harbors";
        var word = new string('W', 300);
        var pdf = await PrintAsync(SampleQuarter.Full with
        {
            City = name,
            Department = word,
            Changes = [word],
            Searches = SampleQuarter.Full.Searches with { ByAgency = [new(name, 3, 1), new(word, 2, 0)], ByPurpose = [new(word, 9), new(name, 1)] },
            SharingChanges = [new(new(2026, 8, 1), word, name, word)],
        });
        await KeepAsync(pdf, "long.pdf");
        var text = await Programs.ReadAsync(pdf, "pdftotext", "-bbox");
        var widest = System.Text.RegularExpressions.Regex.Matches(text, "xMax=\"([0-9.]+)\"")
            .Max(m => double.Parse(m.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
        Assert.InRange(widest, 300, 612 - 28);
    }

    [Fact]
    public async Task Markup_in_names_is_printed_not_obeyed()
    {
        const string Hostile = "</style><script>alert(1)</script>\"; } body { display: none }";
        var html = await QuarterlyReportPdf.RenderHtmlAsync(SampleQuarter.Full with { City = Hostile, Department = Hostile, Changes = [Hostile] });
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, html.Split("</style>").Length - 1);
        var text = Flat(await Programs.ReadAsync(await PrintAsync(SampleQuarter.Full with { City = Hostile }), "pdftotext", "-layout"));
        Assert.Contains("641,208", text, StringComparison.Ordinal);
        Assert.Contains("<script>alert(1)</script>", text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Five_thousand_agencies_are_summed_up_not_printed()
    {
        var many = Enumerable.Range(1, 5000).Select(i => new AgencySearches($"Agency {i:0000}", i, 1)).ToArray();
        var html = await QuarterlyReportPdf.RenderHtmlAsync(SampleQuarter.Full with { Searches = SampleQuarter.Full.Searches with { ByAgency = many } });
        Assert.Contains("4,971 others, listed on the public pages", html, StringComparison.Ordinal);
        Assert.Contains("12,502,500", html, StringComparison.Ordinal);
    }

    private static Task<byte[]> FullAsync()
    {
        Programs.Need("chromium", "qpdf", "pdfinfo", "pdftotext");
        return Full.Value;
    }

    private static Task<byte[]> PrintAsync(QuarterlyReport model)
    {
        Programs.Need("chromium", "qpdf", "pdfinfo", "pdftotext");
        return QuarterlyReportPdf.RenderAsync(model, Printer, CancellationToken.None);
    }

    private static string Flat(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>With TRANSPARENCY_KEEP_REPORTS set to a folder, the printed files stay there to be looked at.</summary>
    private static async Task KeepAsync(byte[] pdf, string name)
    {
        if (Environment.GetEnvironmentVariable("TRANSPARENCY_KEEP_REPORTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, name), pdf);
        }
    }
}
