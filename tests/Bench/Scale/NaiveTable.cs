using Dapper;
using Microsoft.Data.Sqlite;

namespace Transparency.Bench.Scale;

/// <summary>The peer: one table of reads with the plate as text, searched with <c>LIKE '%...%'</c>, newest hundred and capped count.</summary>
internal sealed class NaiveTable(string folder, string detections)
{
    private readonly string _file = Path.Combine(folder, "naive.db");

    public async Task<double> MedianAsync(IEnumerable<string> parts, DateTimeOffset from)
    {
        await using var connection = new SqliteConnection($"Data Source={_file}");
        await connection.OpenAsync();
        await connection.ExecuteAsync("pragma journal_mode = off; pragma synchronous = off");
        await connection.ExecuteAsync("create table if not exists reads (id bigint not null primary key, text text not null, camera int not null, colour smallint not null, state text, confidence smallint not null, vehicle_id int not null)");
        if (await connection.ExecuteScalarAsync<long>("select count(*) from (select 1 from reads limit 1)") == 0)
        {
            await connection.ExecuteAsync($"attach '{detections}' as c");
            await connection.ExecuteAsync(
                "insert into reads select d.id, p.text, d.camera, d.colour, d.state, d.confidence, d.vehicle_id from c.detections d join c.plates p on p.plate_id = d.plate_id order by d.id",
                commandTimeout: 0);
        }

        var first = Core.Detections.DetectionId.Floor(from).Value;
        var queries = parts.ToList();
        var samples = await Samples.OfAsync(1, queries.Count - 1, async n =>
        {
            var like = $"%{queries[n]}%";
            await connection.QueryAsync("select * from reads where text like @like and id >= @first order by id desc limit 100", new { like, first }, commandTimeout: 0);
            await connection.ExecuteScalarAsync<long>(
                "select count(*) from (select 1 from reads where text like @like and id >= @first limit 10000)", new { like, first }, commandTimeout: 0);
        });
        return samples.Median;
    }
}
