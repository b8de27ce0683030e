using Dapper;
using Transparency.Core.AuditTrail;
using Transparency.Core.Detections;
using Transparency.Core.Retention;
using Transparency.Core.Searches;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.Searches;

/// <summary>The quick ways to an answer, compared with a plain join over the same rows.</summary>
public sealed class DetectionSearchTests
{
    private const string Letters = "ABC123";

    private static readonly string[] Patterns =
    [
        "AB12", "A*", "*1", "*AB*", "A?B*", "??A?", "*1?", "A*B", "*A*1*", "A?", "?A*", "A*??", "AAAA", "B?*?", "*?1?*", "ABC1231", "*ABC1231*", "C*3",
    ];

    private static readonly (string, PlateLikeness)[] Similar =
    [
        ("AB12", PlateLikeness.LookAlikes), ("A8I2", PlateLikeness.LookAlikes), ("*4B*", PlateLikeness.LookAlikes), ("?8*1", PlateLikeness.LookAlikes),
        ("AB12", PlateLikeness.OneOff), ("AB123", PlateLikeness.OneOff), ("A12", PlateLikeness.OneOff),
        ("4812", PlateLikeness.LookAlikes | PlateLikeness.OneOff), ("ABC1231", PlateLikeness.LookAlikes | PlateLikeness.OneOff),
    ];

    private static readonly VehicleTraits[] Traits =
    [
        VehicleTraits.None, new() { State = "NV" }, new() { Colour = VehicleColour.Red }, new() { Make = "toyota" }, new() { Model = "f150" },
        new() { Type = VehicleType.Bus }, new() { State = "CA", Colour = VehicleColour.Blue, Make = "FORD", Type = VehicleType.Pickup },
        new() { Make = "Lada" },
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_way_to_an_answer_agrees_with_a_plain_join_also_after_late_reads_and_a_purge()
    {
        await using var city = await TestCity.CreateAsync();
        await city.DeliverAsync(Traffic(city, 12_000, TimeSpan.FromDays(1), 0));
        await AgreesAsync(city);

        // Reads of hours and days ago that arrive now, of plates met and not met before.
        await city.DeliverAsync(Traffic(city, 500, TimeSpan.FromDays(20), 1));
        await city.CarAsync("ABC1231", TestCity.OldTownCamera, TimeSpan.FromHours(5));
        await AgreesAsync(city);

        city.Clock.Advance(TimeSpan.FromDays(29.5));
        await city.Get<PurgeExpired>().RunAsync(
            new AuditContext { Actor = Actor.System(MarisolBay.City), Purpose = "retention", At = city.Clock.Now }, Cancellation);
        await city.CarAsync("ABC1231", TestCity.OldTownCamera, TimeSpan.FromHours(5));
        await AgreesAsync(city);
    }

    [Fact]
    public async Task A_pattern_with_more_matches_than_are_counted_shows_the_newest_and_says_there_are_more()
    {
        await using var city = await TestCity.CreateAsync();

        // The newest two thousand are of 400 plates; the older ones, enough to fill the count, are of the 200 plates that are read first.
        await city.DeliverAsync(Enumerable.Range(0, 12_500).Select(i => city.Car(
            $"7Q{(i < 2000 ? i % 400 : i % 200):000}", TestCity.HarborCamera, TimeSpan.FromSeconds(i + 1))).ToList());
        var found = await FindAsync(city.Get<DetectionSearch>(), city, "7Q*");
        Assert.Equal((DetectionSearch.CountCap, true), (found.Count, found.IsCapped));
        await using var connection = await city.Database.Sql.OpenAsync(Cancellation);
        Assert.Equal((await connection.QueryAsync<long>("select id from detections order by id desc")).Take(DetectionSearch.ResultCap), found.Newest);
    }

    [Fact]
    public async Task A_search_sees_what_another_process_stored_a_moment_ago_however_late_it_was()
    {
        await using var city = await TestCity.CreateAsync();
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromMinutes(1));
        using var portal = new PlateDictionary(city.Database.Sql);
        var search = new DetectionSearch(city.Database.Sql, portal, new VehicleDictionary(city.Database.Sql));
        for (var hours = 0; hours < 48; hours += 5)
        {
            var id = await city.CarAsync($"8XYZ{hours:000}", TestCity.HarborCamera, TimeSpan.FromHours(hours));
            Assert.Equal([id.Value], (await FindAsync(search, city, $"8XYZ{hours:000}")).Newest);
            var again = await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromHours(hours));
            Assert.Contains(again.Value, (await FindAsync(search, city, "7ABC123")).Newest);
        }
    }

    [Fact]
    public async Task A_portal_that_slept_longer_than_deliveries_are_remembered_starts_again_from_the_tables()
    {
        await using var city = await TestCity.CreateAsync();
        using var portal = new PlateDictionary(city.Database.Sql);
        var search = new DetectionSearch(city.Database.Sql, portal, new VehicleDictionary(city.Database.Sql));
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.Zero);
        city.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, (await FindAsync(search, city, "7ABC*")).Count);
        await city.CarAsync("7ABC124", TestCity.HarborCamera, TimeSpan.Zero);
        await city.CarAsync("7ABC125", TestCity.HarborCamera, TimeSpan.Zero);
        city.Clock.Advance(TimeSpan.FromDays(2));
        await city.Database.Sql.WriteAsync(scope => Deliveries.ForgetAsync(scope, city.Clock.Now), Cancellation);
        Assert.Equal(1, await city.ScalarAsync<int>("select count(*) from deliveries"));
        Assert.Equal(3, (await FindAsync(search, city, "7ABC*")).Count);
    }

    [Fact]
    public async Task Searching_while_cars_arrive_finds_each_of_them_once()
    {
        await using var city = await TestCity.CreateAsync();
        var search = city.Get<DetectionSearch>();
        var arriving = Task.Run(
            async () =>
            {
                for (var i = 0; i < 40; i++)
                {
                    await city.DeliverAsync(Enumerable.Range(0, 25).Select(n => city.Car($"9A{i:00}B{n:00}", TestCity.HarborCamera, TimeSpan.FromSeconds(n + 1))).ToList());
                }
            },
            Cancellation);
        var last = 0;
        while (!arriving.IsCompleted)
        {
            var found = await FindAsync(search, city, "9A*");
            Assert.Equal(found.Newest.Distinct().OrderDescending(), found.Newest);
            Assert.True(found.Count >= last);
            last = found.Count;
        }

        await arriving;
        Assert.Equal(1000, (await FindAsync(search, city, "9A*")).Count);
    }

    private static async Task AgreesAsync(TestCity city)
    {
        await using var connection = await city.Database.Sql.OpenAsync(Cancellation);
        var rows = (await connection.QueryAsync<PlainRow>(
            """
            select d.id as Id, d.camera as Camera, p.text as Plate, coalesce(d.state, '') as State, d.colour as Colour, v.make as Make, v.model as Model,
                   v.type as Type
            from detections d join plates p on p.plate_id = d.plate_id left join vehicles v on v.vehicle_id = d.vehicle_id order by d.id desc
            """)).ToList();
        var search = city.Get<DetectionSearch>();
        foreach (var query in Queries(city.Clock.Now))
        {
            var (first, end) = (DetectionId.Floor(query.From).Value, DetectionId.Floor(query.To).Value);
            var expected = rows
                .Where(row => row.Id >= first && row.Id < end && query.Cameras?.Contains(row.Camera) != false)
                .Where(row => query.Pattern?.Matches(row.Plate) != false && row.Fits(query.Vehicle))
                .Select(row => row.Id)
                .ToList();
            var found = await search.FindAsync(query, Cancellation);
            Assert.Equal(expected.Take(DetectionSearch.ResultCap), found.Newest);
            Assert.Equal((Math.Min(expected.Count, DetectionSearch.CountCap), expected.Count > DetectionSearch.CountCap), (found.Count, found.IsCapped));
        }
    }

    private static IEnumerable<DetectionQuery> Queries(DateTimeOffset now) =>
        from pattern in Patterns.Select(text => (text, PlateLikeness.Exact)).Concat(Similar).Append((null!, default))
        from cameras in new int[]?[] { null, [TestCity.HarborCamera], [TestCity.SecondHarborCamera, TestCity.OldTownCamera], [] }
        from window in new[] { (now.AddDays(-40), now), (now.AddHours(-20), now.AddHours(-3)), (now.AddHours(-1), now) }
        from vehicle in pattern.Item1 is null or "AB12" or "*AB*" ? Traits : [VehicleTraits.None]
        select new DetectionQuery
        {
            Pattern = pattern.Item1 is null ? null : PlatePattern.Read(pattern.Item1, 1, pattern.Item2).Pattern!,
            From = window.Item1,
            To = window.Item2,
            Cameras = cameras,
            Vehicle = vehicle,
        };

    // Plates of four characters out of six: many share a pattern, some are seen often.
    private static List<NewDetection> Traffic(TestCity city, int cars, TimeSpan within, int seed) => Enumerable.Range(0, cars)
        .Select(i => city.Car(
            Plate((i * 7919) + seed), 1 + ((i + seed) % 3), TimeSpan.FromMilliseconds(1 + (within.TotalMilliseconds * i / cars))) with
        {
            State = (i % 5) switch { 0 => "NV", 1 => null, _ => "CA" },
            Colour = (VehicleColour)(i % 7),
            Vehicle = Vehicles[i % Vehicles.Length],
        })
        .ToList();

    private static readonly VehicleDescription[] Vehicles =
    [
        VehicleDescription.None, new("Toyota", "Camry", VehicleType.Sedan), new("Ford", "F-150 XL", VehicleType.Pickup), new("", "", VehicleType.Bus),
    ];

    private static string Plate(int number) => new([.. Enumerable.Range(0, 4).Select(at => Letters[number / (int)Math.Pow(6, at) % 6])]);

    private static Task<FoundDetections> FindAsync(DetectionSearch search, TestCity city, string pattern) => search.FindAsync(
        new DetectionQuery
        {
            Pattern = PlatePattern.Read(pattern, 1).Pattern,
            From = city.Clock.Now.AddDays(-3),
            To = city.Clock.Now.AddMilliseconds(1),
        },
        Cancellation);

    private sealed record PlainRow
    {
        public required long Id { get; init; }

        public required int Camera { get; init; }

        public required string Plate { get; init; }

        public required string State { get; init; }

        public required int Colour { get; init; }

        public required string? Make { get; init; }

        public required string? Model { get; init; }

        public required int? Type { get; init; }

        public bool Fits(VehicleTraits traits) =>
            (traits.State.Length == 0 || State == traits.State)
            && (traits.Colour == VehicleColour.NotTold || Colour == (int)traits.Colour)
            && traits.Fits(new VehicleDescription(Make ?? "", Model ?? "", (VehicleType)(Type ?? 0)));
    }
}
