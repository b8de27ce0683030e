using System.Text;

namespace Transparency.Reports.Printing;

/// <summary>
/// Prints HTML to a tagged PDF with an outline, by Chromium and qpdf as child processes. The same HTML and date give the same bytes
/// on the same machine. The HTML must carry everything it needs: nothing is fetched.
/// </summary>
public sealed class PdfPrinter
{
    /// <summary>Name or path of the browser.</summary>
    public string Chromium { get; init; } = "chromium";

    public string Qpdf { get; init; } = "qpdf";

    /// <summary>Time each of the two programs may take.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(60);

    /// <param name="html">A whole document; its title and language become the PDF's.</param>
    /// <param name="dated">Written as the time of creation.</param>
    /// <exception cref="PrintException">A program is missing, failed or ran past <see cref="Limit"/>.</exception>
    public async Task<byte[]> PrintAsync(string html, DateTimeOffset dated, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("transparency-report-");
        try
        {
            var page = Path.Combine(folder.FullName, "report.html");
            var raw = Path.Combine(folder.FullName, "raw.pdf");
            var done = Path.Combine(folder.FullName, "report.pdf");
            await File.WriteAllTextAsync(page, html, new UTF8Encoding(false), cancel);
            await ChildProcess.RunAsync(Chromium, BrowserArguments(folder.FullName, page, raw), folder.FullName, Limit, [0], cancel);
            if (!File.Exists(raw))
            {
                throw new PrintException($"{Chromium} ended without writing a PDF. Run it by hand with --headless --print-to-pdf to see why.");
            }
            await File.WriteAllBytesAsync(raw, NormalForm.Of(await File.ReadAllBytesAsync(raw, cancel), dated), cancel);
            // qpdf ends with 3 when it only has warnings.
            await ChildProcess.RunAsync(Qpdf, ["--deterministic-id", "--object-streams=generate", "--recompress-flate", raw, done], folder.FullName, Limit, [0, 3], cancel);
            return await File.ReadAllBytesAsync(done, cancel);
        }
        finally
        {
            Remove(folder);
        }
    }

    private static string[] BrowserArguments(string folder, string page, string output)
    {
        string[] arguments =
        [
            "--headless", "--disable-gpu", "--no-first-run", "--disable-extensions", "--disable-sync", "--disable-background-networking",
            "--disable-component-update", "--disable-breakpad", "--disable-dev-shm-usage", "--host-resolver-rules=MAP * ~NOTFOUND",
            "--no-pdf-header-footer", "--generate-pdf-document-outline", $"--user-data-dir={Path.Combine(folder, "profile")}",
            $"--print-to-pdf={output}", new Uri(page).AbsoluteUri,
        ];
        // Chromium refuses its own sandbox to root. The page is ours, has no script and fetches nothing.
        return Environment.IsPrivilegedProcess ? ["--no-sandbox", .. arguments] : arguments;
    }

    private static void Remove(DirectoryInfo folder)
    {
        try
        {
            folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A browser process may still be writing its profile while it ends; the system clears its temporary folder.
        }
    }
}
