using System.Diagnostics;

namespace Transparency.Bench;

/// <summary>The council's report of the last full quarter, as the command makes it: start of the program, queries, pages and printing.</summary>
internal static class PdfBench
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        await city.LoadAsync();
        var file = Path.Combine(city.Folder, "report.pdf");
        var samples = await Samples.OfAsync(1, city.Quick ? 2 : 5, async _ =>
        {
            var start = new ProcessStartInfo("dotnet", ["artifacts/app/portal/Transparency.Portal.dll", "report", "quarterly", "2026Q3", "--out", file])
            {
                RedirectStandardOutput = true,
                Environment = { ["TRANSPARENCY__DATAFOLDER"] = city.Folder },
            };
            using var process = Process.Start(start)!;
            await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            if (process.ExitCode != 0)
            {
                throw new InvalidOperationException($"The report ended with {process.ExitCode}.");
            }
        });
        return
        [
            new("pdf/quarterly", samples.Median / 1000, "s median"),
            new("pdf/quarterly-size", new FileInfo(file).Length / 1e6, "MB"),
        ];
    }
}
