using Transparency.Core.Agencies;
using Transparency.Core.Identity;
using Transparency.Core.Identity.SetUp;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.Identity.SetUp;

public sealed class SetUpCityTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static CitySetUp Entered { get; } = new()
    {
        CityName = "Marisol Bay, California (fictional)",
        PoliceName = "Marisol Bay Police Department",
        TimeZone = "America/Los_Angeles",
        LogOrigin = "marisol-bay.example/log",
        UserName = "t.okafor",
        DisplayName = "Temi Okafor",
        Password = "violet granite teapot seventeen",
    };

    [Fact]
    public async Task A_new_installation_gets_its_city_and_one_administrator_once()
    {
        await using var database = await TestDatabase.CreateAsync();
        var cities = new CityStore(database.Sql);
        var setUp = new SetUpCity(database.Sql, cities);
        Assert.Empty(await setUp.RunAsync(Entered, "10.0.0.1", database.Clock.Now, Cancellation));
        Assert.NotEmpty(await setUp.RunAsync(Entered with { UserName = "mallory" }, "10.0.0.1", database.Clock.Now, Cancellation));
        var administrator = Assert.Single(await new UserStore(database.Sql).AllAsync(Cancellation));
        Assert.Equal(Roles.Administrator, administrator.Roles);
        Assert.False((await cities.ReadAsync(Cancellation)).IsDemonstration);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_nothing_is_written()
    {
        await using var database = await TestDatabase.CreateAsync();
        var setUp = new SetUpCity(database.Sql, new CityStore(database.Sql));
        var wrong = Entered with { TimeZone = "Pacific", LogOrigin = "https://city", Password = "short" };
        Assert.Equal(3, (await setUp.RunAsync(wrong, "", database.Clock.Now, Cancellation)).Count);
        Assert.False(await new UserStore(database.Sql).AnyAsync(Cancellation));
    }
}
