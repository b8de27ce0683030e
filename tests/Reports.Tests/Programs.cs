using System.Diagnostics;

namespace Transparency.Reports.Tests;

/// <summary>The programs outside .NET that printing and reading PDFs need.</summary>
internal static class Programs
{
    private static readonly string[] Folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':');

    public static void Need(params string[] names)
    {
        var missing = names.Where(n => !Folders.Any(f => File.Exists(Path.Combine(f, n)))).ToArray();
        Assert.SkipWhen(missing.Length > 0, $"Not installed: {string.Join(", ", missing)}. apt-get install chromium qpdf poppler-utils");
    }

    /// <summary>Standard output of a program that is given the PDF as a file.</summary>
    public static async Task<string> ReadAsync(byte[] pdf, string program, params string[] options)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.CreateVersion7(DateTimeOffset.UnixEpoch)}.pdf");
        await File.WriteAllBytesAsync(file, pdf);
        try
        {
            string[] last = program == "pdftotext" ? ["-"] : [];
            using var process = Process.Start(new ProcessStartInfo(program, [.. options, file, .. last]) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
