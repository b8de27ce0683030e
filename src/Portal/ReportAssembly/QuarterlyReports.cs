using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Documents;
using Transparency.Portal.Public.Periods;
using Transparency.Reports.Printing;
using Transparency.Reports.Quarterly;

namespace Transparency.Portal.ReportAssembly;

/// <summary>Makes, writes and publishes a quarter's report.</summary>
internal sealed class QuarterlyReports(City city, QuarterFactsReader reader, IssueReport issue, TimeProvider time)
{
    /// <summary>
    /// Prints first and writes the file, then publishes what was written: a report that could not be printed leaves nothing behind.
    /// </summary>
    /// <param name="quarter">Which quarter.</param>
    /// <param name="file">Where the PDF is written; an existing file is replaced.</param>
    /// <param name="site">Address of the public pages; null takes the host of the log's name.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <returns>The published document; null when there are no figures for the quarter.</returns>
    public async Task<Document?> MakeAsync(Quarter quarter, string file, string? site, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        if (await ReportAsync(quarter, site, now, cancellation) is not { } report)
        {
            return null;
        }

        var bytes = await QuarterlyReportPdf.RenderAsync(report, new PdfPrinter(), cancellation);
        await File.WriteAllBytesAsync(file, bytes, cancellation);
        var context = new AuditContext
        {
            Actor = Actor.System(city) with { UserId = "command-line", UserName = Environment.UserName is { Length: > 0 } name ? name : "command-line" },
            Purpose = "Report to the city council",
            At = now,
        };
        return await issue.RunAsync(
            context, DocumentKind.QuarterlyReport, $"Quarterly report {quarter.Year} Q{quarter.Number}", $"alpr-{quarter}.pdf", report.To, bytes, cancellation);
    }

    /// <summary>The report's content; null when there are no figures for the quarter.</summary>
    public async Task<QuarterlyReport?> ReportAsync(Quarter quarter, string? site, DateTimeOffset now, CancellationToken cancellation = default) =>
        await reader.ReadAsync(city, quarter, now, cancellation) is { } facts
            ? QuarterlyReportAssembly.Of(facts, site ?? $"https://{city.LogOrigin.Split('/')[0]}")
            : null;
}
