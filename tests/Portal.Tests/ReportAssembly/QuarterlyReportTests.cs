using System.Globalization;
using Bunit;
using Dapper;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.AuditTrail;
using Transparency.Core.Documents;
using Transparency.Portal.Public.Periods;
using Transparency.Portal.Public.Statistics;
using Transparency.Portal.ReportAssembly;
using Transparency.Portal.Tests.Public;
using Transparency.Reports.Figures;
using Transparency.Reports.Quarterly;

namespace Transparency.Portal.Tests.ReportAssembly;

public sealed class QuarterlyReportTests : PublicPageTest
{
    private static readonly Quarter Fourth = new(2026, 4);

    private static CancellationToken Cancellation => Xunit.TestContext.Current.CancellationToken;

    public QuarterlyReportTests() =>
        Services.AddSingleton<QuarterFactsReader>().AddTransient<IssueReport>().AddTransient<QuarterlyReports>();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await FillAsync();
    }

    [Fact]
    public async Task The_reports_numbers_are_those_of_the_statistics_page()
    {
        var report = await ReportAsync(Fourth);
        Services.GetRequiredService<NavigationManager>().NavigateTo("/statistics?from=2026-10-01&to=2026-12-31");
        var page = Open<StatisticsPage>();

        Assert.Equal(Value(page, "Vehicles read"), report!.Now.VehiclesRead);
        Assert.Equal(Value(page, "Hot-list hits"), report.Now.Hits);
        Assert.Equal(Value(page, "Searches by our officers") + Value(page, "Searches by other agencies"), report.Now.Searches);
        Assert.Equal(Value(page, "Refused searches"), report.Now.SearchesRefused);
        Assert.Equal(report.Now.VehiclesRead, report.ReadsByDay.Sum(day => day.Value));
        Assert.Equal(report.Now.VehiclesRead, report.Areas.Sum(area => area.Reads));
        Assert.Equal(report.Now.VehiclesRead, report.Areas.Sum(area => area.Weekly.Sum()));
        Assert.Equal(report.Now.Searches, report.Searches.ByPurpose.Sum(item => item.Value));
    }

    [Fact]
    public async Task Alerts_and_their_errors_are_counted()
    {
        var alerts = (await ReportAsync(Fourth))!.Alerts;

        Assert.Equal(40, alerts.Checked);
        Assert.Equal(10, alerts.Misread);
        Assert.Equal(0, alerts.Stale);
    }

    [Fact]
    public async Task The_document_says_what_the_model_says()
    {
        var report = (await ReportAsync(Fourth))!;
        var html = await QuarterlyReportPdf.RenderHtmlAsync(report);

        Assert.Contains(NumberText.Count(report.Now.VehiclesRead), html, StringComparison.Ordinal);
        Assert.Contains("Old Mill Police Department", html, StringComparison.Ordinal);
        Assert.DoesNotContain("7SECRET", html, StringComparison.Ordinal);
        Assert.DoesNotContain("26-999999", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2027, 1)]
    [InlineData(2020, 1)]
    public async Task A_quarter_without_figures_has_no_report(int year, int number) => Assert.Null(await ReportAsync(new Quarter(year, number)));

    [Fact]
    public async Task An_issued_report_is_published_with_its_fingerprint_in_the_log()
    {
        var context = new AuditContext { Actor = Actor.System(RecordedCity.City), Purpose = "Report to the city council", At = RecordedCity.Now };
        var document = await Services.GetRequiredService<IssueReport>().RunAsync(
            context, DocumentKind.QuarterlyReport, "Quarterly report 2026 Q4", "alpr-2026Q4.pdf", RecordedCity.Today, [1, 2, 3], Cancellation);

        Assert.Equal([1, 2, 3], await Services.GetRequiredService<DocumentStore>().ReadAsync(document.Id, Cancellation));
        await using var connection = await Database.OpenAsync(Cancellation);
        var entry = await connection.ExecuteScalarAsync<string>("select id from log_entries where act = 'report-issued'");
        var openings = await EntryStore.OpeningsAsync(connection, entry!);
        Assert.Equal(document.Sha256, openings!.Single(opening => opening.Name == "digest").Value);
    }

    private Task<QuarterlyReport?> ReportAsync(Quarter quarter) =>
        Services.GetRequiredService<QuarterlyReports>().ReportAsync(quarter, null, RecordedCity.Now, Cancellation);

    private static long Value(IRenderedComponent<StatisticsPage> page, string label) => long.Parse(
        page.FindAll(".figure").Single(figure => figure.QuerySelector(".figure-label")!.TextContent == label).QuerySelector(".figure-value")!.TextContent,
        NumberStyles.AllowThousands,
        CultureInfo.InvariantCulture);
}
