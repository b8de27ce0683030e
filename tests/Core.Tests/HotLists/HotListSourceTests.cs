using Dapper;
using Transparency.Core.AuditTrail;
using Transparency.Core.HotLists;
using Transparency.Core.Tests.AuditTrail;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.HotLists;

public sealed class HotListSourceTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("immigration-violator", "NCIC")]
    [InlineData("wanted-person", "NCIC Immigration_Violator.txt")]
    [InlineData("wanted-person", "IMMIGRATION VIOLATOR FILE")]
    [InlineData("wanted-person", "immigrationviolator")]
    [InlineData("wanted-person", "Deported felons")]
    [InlineData("wanted-person", "Removal-Order subjects")]
    [InlineData("local-case", "Visa overstays")]
    public void A_list_of_immigration_violators_is_never_imported_under_any_name(string kind, string source) =>
        Assert.Equal(HotListDecision.ImmigrationSource, HotListSource.Decide(kind, source));

    [Theory]
    [InlineData("gang")]
    [InlineData("threat-screening")]
    [InlineData("")]
    public void A_kind_the_policy_does_not_name_is_not_imported(string kind) =>
        Assert.Equal(HotListDecision.UnknownKind, HotListSource.Decide(kind, "NCIC"));

    [Fact]
    public void Every_kind_of_the_policy_may_be_imported() =>
        Assert.All(HotListKind.All, kind => Assert.Equal(HotListDecision.Accepted, HotListSource.Decide(kind, "State stolen vehicle system")));

    [Fact]
    public async Task A_refused_import_stores_nothing_and_is_in_the_log()
    {
        await using var database = await TestDatabase.CreateAsync();
        var add = new AddHotList(database.Sql, new AuditLog(MarisolBay.City));
        var list = new HotList
        {
            Id = "list-1",
            Name = "Immigration violators",
            Source = "NCIC",
            Kind = "wanted-person",
            RefreshedMs = 0,
            IsEnabled = true,
        };
        HotListEntry[] entries = [Entry("list-1", "7ABC123", null)];
        Assert.False((await add.RunAsync(MarisolBay.By(Now), list, entries, Cancellation)).IsAccepted);
        Assert.True((await add.RunAsync(
            MarisolBay.By(Now),
            list with { Id = "list-2", Name = "Stolen vehicles", Kind = "stolen-vehicle" },
            [Entry("list-2", "8XYZ456", null), Entry("list-2", "5OLD001", Now.ToUnixTimeMilliseconds())],
            Cancellation)).IsAccepted);

        await using var connection = await database.Sql.OpenAsync(Cancellation);
        Assert.Equal(["list-2"], await connection.QueryAsync<string>("select id from hot_lists"));
        Assert.Equal(
            [("0", "1"), ("2", "0")],
            (await LoggedEntry.ReadAsync(database.Sql)).Select(entry => (entry.Fields["listed"], entry.Fields["left-out"])).Order());
        var store = new HotListStore(database.Sql);
        Assert.Equal(1, Assert.Single(await store.SummariesAsync(Now.ToUnixTimeMilliseconds(), Cancellation)).Entries);
        var match = await store.MatchAsync(["8XYZ456", "5OLD001", "7ABC123"], Now.ToUnixTimeMilliseconds(), Cancellation);
        Assert.Equal("8XYZ456", Assert.Single(match).Plate);
    }

    private static HotListEntry Entry(string list, string plate, long? expires) =>
        new() { Id = plate, ListId = list, Plate = plate, Reason = "Stolen", AddedMs = 0, ExpiresMs = expires };
}
