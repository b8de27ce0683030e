using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Transparency.Reports.Printing;

namespace Transparency.Reports.Quarterly;

/// <summary>The quarterly council report as a document.</summary>
public static class QuarterlyReportPdf
{
    /// <summary>A tagged PDF. The same model gives the same bytes on the same machine.</summary>
    /// <exception cref="PrintException">Chromium or qpdf is missing or failed.</exception>
    public static async Task<byte[]> RenderAsync(QuarterlyReport model, PdfPrinter printer, CancellationToken cancel) =>
        await printer.PrintAsync(await RenderHtmlAsync(model), model.Issued, cancel);

    /// <summary>The document the PDF is printed from: one file, no script, nothing fetched.</summary>
    public static async Task<string> RenderHtmlAsync(QuarterlyReport model)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        await using var renderer = new HtmlRenderer(services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(QuarterlyDocument.Report)] = model });
        return "<!DOCTYPE html>\n" + await renderer.Dispatcher.InvokeAsync(async () =>
        {
            // The report is in English whoever asks for it; the change ends with this block.
            CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            return (await renderer.RenderComponentAsync<QuarterlyDocument>(parameters)).ToHtmlString();
        });
    }
}
