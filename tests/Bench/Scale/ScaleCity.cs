using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Core.Policies;

namespace Transparency.Bench.Scale;

/// <summary>
/// A city for the benches of scale: nothing but what searching and delivering needs. Ten cameras an area; one officer who may search.
/// </summary>
internal sealed class ScaleCity : IAsyncDisposable
{
    public const int CamerasAnArea = 10;
    public const string OfficerId = "01935f2e-0000-7b43-9a51-0c2f5d8e6a10";
    private const string Decision = "resolution-1";

    private readonly ServiceProvider _services;

    public ScaleCity(string folder, DateTimeOffset now)
    {
        Folder = folder;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Transparency:DataFolder", folder)]).Build();
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(new ScaleClock(now))
            .AddTransparencyCore(configuration)
            .BuildServiceProvider();
    }

    public static City City { get; } = new()
    {
        Name = "Marisol Bay, California (fictional)",
        PoliceName = "Marisol Bay Police Department",
        AgencyId = "marisol-bay-pd",
        TimeZone = "America/Los_Angeles",
        LogOrigin = "marisol-bay.example/log",
        IsDemonstration = true,
    };

    public static Actor Officer { get; } = new()
    {
        UserId = OfficerId,
        UserName = "ralvarez",
        AgencyId = City.AgencyId,
        Organisation = City.PoliceName,
    };

    public string Folder { get; }

    public string DatabaseFile => Path.Combine(Folder, "transparency.db");

    public DateTimeOffset Now => Get<TimeProvider>().GetUtcNow();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static string Area(int camera) => string.Create(CultureInfo.InvariantCulture, $"area-{(camera - 1) / CamerasAnArea}");

    /// <summary>Sets the city up in an empty folder.</summary>
    public async Task CreateAsync(int cameras)
    {
        await Get<Migrations>().ApplyAsync();
        await Get<SqlDatabase>().WriteAsync(scope => RowsAsync(scope, cameras));
        await Get<OpenLog>().RunAsync(Now);
        // What is measured are searches, not the waiting for a second person.
        var terms = PolicyPresets.California with { SecondPerson = new() { AreaHours = 24 * 31, AreaCameras = int.MaxValue, SamePlateIn30Days = int.MaxValue } };
        await Get<PublishPolicy>().RunAsync(new AuditContext { Actor = Officer, Purpose = "set-up", At = Now }, new PolicyDraft
        {
            Title = "Usage and Privacy Policy",
            Adopted = new DateOnly(2026, 1, 13),
            Effective = Now.AddMilliseconds(500),
            ApprovalId = Decision,
            Words = PolicyPresetWords.For(City.PoliceName, terms),
            Terms = terms,
        });
        await Get<SqlDatabase>().WriteAsync(scope => scope.Connection.ExecuteAsync(
            "insert into policy_acknowledgements (user_id, version, at_ms) values (@OfficerId, 1, 0)", new { OfficerId }, scope.Transaction));
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        SqliteConnection.ClearAllPools();
    }

    private static async Task RowsAsync(WriteScope scope, int cameras)
    {
        await CityStore.AddAsync(scope, City);
        await scope.Connection.ExecuteAsync(
            """
            insert into agencies (id, name, kind, state, ori, created_ms) values ('marisol-bay-pd', 'Marisol Bay Police Department', 'local', 'CA', null, 0);
            insert into approvals (id, kind, title, meeting_day, agenda_item, vote, resolution, link, created_ms)
            values ('resolution-1', 'program', 'Programme', '2026-01-13', '9.2', '5-0', 'Resolution 2026-04', '', 0);
            insert into users (id, user_name, normalized_name, display_name, agency_id, unit, roles, password_hash, security_stamp,
                               access_failed_count, created_ms)
            values (@OfficerId, 'ralvarez', 'RALVAREZ', 'R. Alvarez', 'marisol-bay-pd', 'Patrol', 'officer', '', '', 0, 0);
            insert into trainings (id, user_id, certificate, completed_day, expires_day)
            values ('training-1', @OfficerId, 'ALPR basics', '2026-02-01', '2027-01-31');
            """,
            new { OfficerId },
            scope.Transaction);
        for (var area = 0; area < cameras / CamerasAnArea; area++)
        {
            await scope.Connection.ExecuteAsync(
                "insert into areas (id, name, ordinal, outline) values (@id, @id, @area, '')", new { id = $"area-{area}", area }, scope.Transaction);
        }

        for (var number = 1; number <= cameras; number++)
        {
            await CameraStore.InsertAsync(scope, new Camera
            {
                Number = number,
                Name = $"Camera {number}",
                AreaId = Area(number),
                Kind = CameraKind.Vendor,
                Facing = "north",
                Feed = "",
                Status = CameraStatus.Live,
                ApprovalId = Decision,
                CreatedMs = 0,
                LiveMs = 0,
            });
        }
    }
}
