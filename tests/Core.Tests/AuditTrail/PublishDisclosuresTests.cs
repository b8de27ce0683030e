using System.Text;
using Transparency.Audit.Entries;
using Transparency.Core.Policies;

namespace Transparency.Core.Tests.AuditTrail;

public sealed class PublishDisclosuresTests
{
    private const string Path22 = "disclosures/2026-11-22.json";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_days_public_fields_are_opened_after_the_day_has_ended_and_not_before()
    {
        await using var log = await TestLog.OpenAsync(); // noon of 22 November 2026 in California
        await log.AppendAsync(3);
        await log.KeepAsync();
        Assert.Null(await log.Files.ReadAsync(Path22, Cancellation));

        log.Clock.Advance(TimeSpan.FromHours(13));
        await log.KeepAsync();
        var file = DisclosureFile.Parse((await log.Files.ReadAsync(Path22, Cancellation))!);
        Assert.NotNull(file);
        Assert.Equal(4, file.Entries.Count);
        var search = file.Entries.First(entry => entry.Fields.Any(field => field.Name == "shape"));
        Assert.Equal(
            ["agency", "attributes", "cameras", "organisation", "policy", "purpose", "results", "shape", "window-days"],
            search.Fields.Select(field => field.Name));
        Assert.Equal("hit-and-run", search.Fields.Single(field => field.Name == "purpose").Value);
        Assert.Equal(1, (await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key)).Days);
    }

    [Fact]
    public async Task A_day_waits_for_its_last_entry_and_one_that_comes_later_still_is_opened_by_a_new_file()
    {
        await using var log = await TestLog.OpenAsync();
        await log.AppendAsync(1);
        await log.SequenceAsync();
        await log.AppendAsync(1);
        log.Clock.Advance(TimeSpan.FromHours(13));
        Assert.Empty(await log.DiscloseAsync());
        await log.SequenceAsync();
        Assert.Equal(["2026-11-22"], await log.DiscloseAsync());
        Assert.Empty(await log.DiscloseAsync());
        await log.AppendAsync(1, MarisolBay.Search() with { Day = new DateOnly(2026, 11, 22) });
        await log.SequenceAsync();
        Assert.Equal(["2026-11-22"], await log.DiscloseAsync());
        await log.SignAsync();
        await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key);
    }

    [Fact]
    public async Task After_a_salt_is_destroyed_its_field_is_not_opened_and_everything_else_still_holds()
    {
        await using var log = await TestLog.OpenAsync();
        await log.AppendAsync(1);
        await log.ChangeOpeningsAsync(opening => opening.Name == "purpose" ? null : opening);
        log.Clock.Advance(TimeSpan.FromHours(13));
        await log.KeepAsync();
        Assert.DoesNotContain("hit-and-run", Encoding.UTF8.GetString((await log.Files.ReadAsync(Path22, Cancellation))!), StringComparison.Ordinal);
        var report = await LogAssert.ReportAsync(log.Sql, MarisolBay.City, log.Key);
        Assert.True(report.Holds);
        Assert.Contains("1 entries", Assert.Single(report.Remarks), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sensitive_purposes_are_opened_later_and_their_entries_are_in_the_tree_at_once()
    {
        await using var log = await TestLog.OpenAsync();
        var terms = PolicyPresets.California with
        {
            Publication = PolicyPresets.California.Publication with { SensitivePurposes = ["homicide"], SensitiveDelayDays = 3 },
        };
        await log.PutInForceAsync(terms);
        await log.AppendAsync(1);
        await log.AppendAsync(1, MarisolBay.Search(), purpose: "homicide");
        log.Clock.Advance(TimeSpan.FromHours(13));
        await log.KeepAsync();
        Assert.Equal(2, await SearchesOpenedAsync());
        Assert.Empty(await log.DiscloseAsync());
        log.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Equal(["2026-11-22"], await log.DiscloseAsync());
        Assert.Equal(3, await SearchesOpenedAsync());
        await LogAssert.HoldsAsync(log.Sql, MarisolBay.City, log.Key);

        async Task<int> SearchesOpenedAsync() => DisclosureFile.Parse((await log.Files.ReadAsync(Path22, Cancellation))!)!.Entries.Count;
    }
}
