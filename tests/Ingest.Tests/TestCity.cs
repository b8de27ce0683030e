using System.Text.Json;
using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core;
using Transparency.Core.Agencies;
using Transparency.Core.Approvals;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Core.Detections;
using Transparency.Core.Policies;

namespace Transparency.Ingest.Tests;

/// <summary>
/// A city in a temporary folder with a policy in force, two cameras that the council has approved (1 and 2) and one that it has not
/// (3). Composed as the programs are.
/// </summary>
public sealed class TestCity : IAsyncDisposable
{
    private TestCity(string folder) => (Folder, Services) = (folder, Compose(folder));

    public string Folder { get; }

    public ServiceProvider Services { get; }

    public SqlDatabase Sql => Services.GetRequiredService<SqlDatabase>();

    public City City => Services.GetRequiredService<CurrentCity>().Get();

    public DeliverDetections Deliver => Services.GetRequiredService<DeliverDetections>();

    public static ServiceProvider Compose(string folder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Transparency:DataFolder", folder)]).Build();
        return new ServiceCollection().AddTransparencyCore(configuration).BuildServiceProvider();
    }

    /// <param name="feed">Of camera 1.</param>
    public static async Task<TestCity> CreateAsync(string feed = "http://127.0.0.1:9/none")
    {
        var city = new TestCity(Directory.CreateTempSubdirectory("transparency-").FullName);
        await city.Services.GetRequiredService<Migrations>().ApplyAsync(TestContext.Current.CancellationToken);
        await city.Sql.WriteAsync(scope => FillAsync(scope, feed), TestContext.Current.CancellationToken);
        return city;
    }

    /// <summary>Plate and camera of everything stored, oldest first.</summary>
    public async Task<IReadOnlyList<(string Plate, int Camera, long PhotoBytes)>> DetectionsAsync()
    {
        await using var connection = await Sql.OpenAsync();
        var rows = await connection.QueryAsync<(string, int, long)>(
            "select p.text, d.camera, d.photo_bytes from detections d join plates p on p.plate_id = d.plate_id order by d.id");
        return rows.AsList();
    }

    public async Task<long> RefusedAsync(string reason)
    {
        await using var connection = await Sql.OpenAsync();
        return await connection.ExecuteScalarAsync<long>("select coalesce(sum(value), 0) from ingest_refusals where reason = @reason", new { reason });
    }

    public async ValueTask DisposeAsync()
    {
        await Services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task FillAsync(WriteScope scope, string feed)
    {
        await CityStore.AddAsync(scope, new City
        {
            Name = "Marisol Bay, California (fictional)",
            PoliceName = "Marisol Bay Police Department",
            AgencyId = "marisol-bay-pd",
            TimeZone = "America/Los_Angeles",
            LogOrigin = "marisol-bay.example/log",
            IsDemonstration = false,
        });
        await ApprovalStore.AddAsync(scope, new Approval
        {
            Id = "decision",
            Kind = ApprovalKind.Camera,
            Title = "Cameras on Pier Street",
            MeetingDay = "2020-03-03",
            AgendaItem = "9.2",
            Vote = "5-0",
            Resolution = "Resolution 2020-17",
            Link = "",
            CreatedMs = 0,
        });
        await scope.Connection.ExecuteAsync(
            """
            insert into policies (version, title, adopted_day, effective_ms, approval_id, words, terms, created_ms)
            values (1, 'Policy', '2020-01-13', 1, 'decision', @Words, @Terms, 0);
            insert into areas (id, name, ordinal, outline) values ('harbor', 'Harbor', 1, '');
            """,
            new
            {
                Words = JsonSerializer.Serialize(PolicyPresetWords.For("Marisol Bay Police Department", PolicyPresets.California), PolicyStore.Json),
                Terms = JsonSerializer.Serialize(PolicyPresets.California, PolicyStore.Json),
            },
            scope.Transaction);
        for (var number = 1; number <= 3; number++)
        {
            await CameraStore.InsertAsync(scope, new Camera
            {
                Number = number,
                Name = $"Pier Street {number}",
                AreaId = "harbor",
                Kind = CameraKind.Fixed,
                Facing = "north",
                Feed = number == 1 ? feed : "http://127.0.0.1:9/none",
                Status = number == 2 ? CameraStatus.Paused : CameraStatus.Live,
                ApprovalId = number == 3 ? null : "decision",
                CreatedMs = 0,
                LiveMs = 0,
            });
        }
    }
}
