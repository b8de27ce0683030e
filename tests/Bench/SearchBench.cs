using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Searches;

namespace Transparency.Bench;

/// <summary>Justified searches through the use case on the demonstration's data: checks, query, log entry and its commit included.</summary>
internal static class SearchBench
{
    public static async Task<IReadOnlyList<Figure>> RunAsync(BenchCity city)
    {
        var services = await city.LoadAsync();
        var actor = await BenchCity.OfficerAsync(services);
        await using var connection = await services.GetRequiredService<SqlDatabase>().OpenAsync();
        var plate = await connection.ExecuteScalarAsync<string>("select max(text) from plates");
        var model = await connection.QueryFirstAsync<(string Purpose, string CaseNumber, string Basis)>(
            "select purpose, case_number, basis from searches where refusal is null and form = 'plate' order by at_ms desc");
        var patterns = new Dictionary<string, string> { ["full-plate"] = plate!, ["partial"] = $"*{plate![2..5]}*", ["one-unknown"] = plate[..3] + "?" + plate[4..] };
        var figures = new List<Figure>();
        foreach (var (name, pattern) in patterns)
        {
            var samples = await Samples.OfAsync(5, city.Quick ? 30 : 100, async _ =>
            {
                var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
                var request = new SearchRequest
                {
                    Plate = pattern,
                    From = now.AddDays(-30),
                    To = now,
                    Purpose = model.Purpose,
                    CaseNumber = model.CaseNumber,
                    Basis = model.Basis,
                };
                var context = new AuditContext { Actor = actor, Purpose = model.Purpose, At = now };
                var outcome = await services.GetRequiredService<SearchPlates>().RunAsync(context, request);
                if (outcome.IsRefused)
                {
                    throw new InvalidOperationException($"The search was refused: {outcome.Refusals[0]}");
                }
            });
            figures.Add(new($"search/{name}/demonstration", samples.Median, "ms median"));
            figures.Add(new($"search/{name}/demonstration-p95", samples.P95, "ms p95"));
        }

        return figures;
    }
}
