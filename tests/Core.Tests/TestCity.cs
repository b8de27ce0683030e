using Dapper;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Detections;
using Transparency.Core.Policies;
using Transparency.Core.Searches;
using Transparency.Core.Tests.AuditTrail;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests;

/// <summary>
/// Marisol Bay ready for work: two areas with three live cameras under a council decision, the California policy in force, and one
/// trained officer who accepted it. Composed as the programs compose it.
/// </summary>
public sealed class TestCity : IAsyncDisposable
{
    public const string Harbor = "harbor";
    public const string OldTown = "old-town";
    public const string Decision = "resolution-1";
    public const int HarborCamera = 1;
    public const int SecondHarborCamera = 2;
    public const int OldTownCamera = 3;
    public const int PlannedCamera = 4;
    public const int UnapprovedCamera = 5;

    private readonly ServiceProvider _services;
    private readonly DetectionIds _ids = new(node: 7);

    private TestCity(TestDatabase database)
    {
        Database = database;
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Transparency:Database"] = database.Settings.Database,
            ["Transparency:ConnectionString"] = database.Settings.ConnectionString,
            ["Transparency:DataFolder"] = database.Folder,
        }).Build();
        _services = new ServiceCollection().AddSingleton<TimeProvider>(database.Clock).AddTransparencyCore(configuration).BuildServiceProvider();
    }

    public TestDatabase Database { get; }

    public TestClock Clock => Database.Clock;

    public static async Task<TestCity> CreateAsync(TestEngine engine = default, bool withPolicy = true)
    {
        var city = new TestCity(await TestDatabase.CreateAsync(engine: engine));
        await city.Database.Sql.WriteAsync(
            async scope =>
            {
                await CityStore.AddAsync(scope, MarisolBay.City);
                await TestCityRows.AddAsync(scope);
            },
            TestContext.Current.CancellationToken);
        if (withPolicy)
        {
            await city.PublishAsync(PolicyPresets.California);
            await city.AcknowledgeAsync(1);
        }

        return city;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The officer, now.</summary>
    public AuditContext Officer() => MarisolBay.By(Clock.Now);

    public Task<PublishPolicyOutcome> PublishAsync(PolicyTerms terms) => Get<PublishPolicy>().RunAsync(Officer(), Draft(terms));

    /// <summary>A policy with nothing missing, in force at once.</summary>
    public PolicyDraft Draft(PolicyTerms terms) => new()
    {
        Title = "Usage and Privacy Policy",
        Adopted = new DateOnly(2026, 1, 13),
        Effective = Clock.Now,
        ApprovalId = Decision,
        Words = PolicyPresetWords.For("Marisol Bay Police Department", terms),
        Terms = terms,
    };

    public Task AcknowledgeAsync(int version) => ExecuteAsync(
        "insert into policy_acknowledgements (user_id, version, at_ms) values (@UserId, @version, 0)", new { UserId = MarisolBay.OfficerId, version });

    /// <summary>Delivers one car at one camera some time ago. Returns its number.</summary>
    public async Task<DetectionId> CarAsync(string plate, int camera, TimeSpan ago, byte[]? photograph = null)
    {
        var detection = Car(plate, camera, ago, photograph);
        var outcome = await DeliverAsync(detection);
        Assert.Equal(1, outcome.Stored);
        return detection.Id;
    }

    public Task<DeliveryOutcome> DeliverAsync(params IReadOnlyList<NewDetection> batch) =>
        Get<DeliverDetections>().RunAsync(batch, TestContext.Current.CancellationToken);

    public NewDetection Car(string plate, int camera, TimeSpan ago, byte[]? photograph = null) => new()
    {
        Id = _ids.Next(Clock.Now - ago),
        Plate = plate,
        Camera = camera,
        Confidence = 0.97,
        State = "CA",
        Photograph = photograph,
    };

    /// <summary>A search with nothing wrong: an officer's own words, last week, the whole city.</summary>
    public SearchRequest Request(string plate) => new()
    {
        Plate = plate,
        From = Clock.Now.AddDays(-7),
        To = Clock.Now,
        Purpose = "hit-and-run",
        CaseNumber = MarisolBay.CaseNumber,
        Basis = MarisolBay.Basis,
    };

    public Task<SearchOutcome> SearchAsync(SearchRequest request) =>
        Get<SearchPlates>().RunAsync(Officer(), request, TestContext.Current.CancellationToken);

    public async Task<int> ExecuteAsync(string sql, object? parameters = null)
    {
        await using var connection = await Database.Sql.OpenAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteAsync(sql, parameters);
    }

    public async Task<T?> ScalarAsync<T>(string sql, object? parameters = null)
    {
        await using var connection = await Database.Sql.OpenAsync(TestContext.Current.CancellationToken);
        return await connection.ExecuteScalarAsync<T>(sql, parameters);
    }

    /// <summary>The fields of the newest entry of an act, with the entry's own columns under their names; null when there is none.</summary>
    public async Task<IReadOnlyDictionary<string, string>?> LastEntryAsync(string act)
    {
        var entries = await LoggedEntry.ReadAsync(Database.Sql, act);
        return entries.MaxBy(entry => entry.Id, StringComparer.Ordinal)?.Fields;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }
}
