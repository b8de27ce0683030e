using Transparency.Core;
using Transparency.Core.Agencies;
using Transparency.Core.Database;
using Transparency.Core.Documents;
using Transparency.Portal.Public;
using Transparency.Portal.Public.Periods;
using Transparency.Reports.Printing;

namespace Transparency.Portal.ReportAssembly;

/// <summary>The command line <c>report</c>: makes a report from the database, writes its file and publishes it. Never throws for bad input.</summary>
internal static class ReportCommand
{
    private const int Done = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    private const string Usage =
        """
        usage: transparency report quarterly 2026Q3 --out FILE.pdf

          quarterly QUARTER   the council's report of one quarter, such as 2026Q3
          --out FILE.pdf      where the file is written; it is also published under /documents
          --help              this text

        annual, evaluation, audit and checklist are not made by this version yet.
        """;

    private static readonly string[] Later = ["annual", "evaluation", "audit", "checklist"];

    /// <summary>Whether the arguments of the process ask for a report instead of the portal.</summary>
    public static bool IsAsked(string[] args) => args is ["report", ..];

    /// <returns>0 when the report was made, 1 when it could not be, 2 when the arguments are not understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken cancellation = default)
    {
        switch (args)
        {
            case ["report"]:
                await errors.WriteLineAsync(Usage);
                return Misused;
            case [_, .., "--help" or "-h"] or [_, "help", ..]:
                await output.WriteLineAsync(Usage);
                return Done;
            case [_, var kind, ..] when Later.Contains(kind):
                return await SayAsync(errors, $"The report \"{kind}\" comes in a later version. This version makes: quarterly.", Misused);
            case [_, "quarterly", var text, "--out", { Length: > 0 } file]:
                return Quarter.TryParse(text, out var quarter)
                    ? await QuarterlyAsync(quarter, file, output, errors, cancellation)
                    : await SayAsync(errors, $"\"{text}\" is no quarter. Write it as year and number, such as 2026Q3.", Misused);
            case [_, "quarterly", ..]:
                return await SayAsync(errors, "Name a quarter and a file: transparency report quarterly 2026Q3 --out report.pdf", Misused);
            default:
                return await SayAsync(errors, $"There is no report \"{args[1]}\". See transparency report --help", Misused);
        }
    }

    private static async Task<int> QuarterlyAsync(Quarter quarter, string file, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Services.AddTransparencyCore(builder.Configuration).AddPublicRecord(builder.Configuration);
        builder.Services.AddSingleton<QuarterFactsReader>().AddTransient<IssueReport>().AddTransient<QuarterlyReports>();
        using var host = builder.Build();
        try
        {
            await host.Services.GetRequiredService<Migrations>().ApplyAsync(cancellation);
            if (await host.Services.GetRequiredService<CurrentCity>().FindAsync(cancellation) is null)
            {
                return await SayAsync(errors, "This database holds no city yet, so there is nothing to report.", Failed);
            }

            var site = builder.Configuration["Transparency:Site"];
            var issued = await host.Services.GetRequiredService<QuarterlyReports>().MakeAsync(quarter, file, site, cancellation);
            return issued is null
                ? await SayAsync(errors, $"There are no figures for {quarter}: it has not begun, or records begin later.", Failed)
                : await SayAsync(output, $"{file}\nSHA-256 {issued.Sha256}\nPublished as /documents/{issued.Id}/{issued.FileName}", Done);
        }
        catch (Exception e) when (e is PrintException or IOException or UnauthorizedAccessException)
        {
            return await SayAsync(errors, $"The report was not made: {e.Message}", Failed);
        }
    }

    private static async Task<int> SayAsync(TextWriter writer, string words, int code)
    {
        await writer.WriteLineAsync(words);
        return code;
    }
}
