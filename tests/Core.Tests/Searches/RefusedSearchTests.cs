using Transparency.Core.Policies;
using Transparency.Core.Searches;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.Searches;

/// <summary>A refused search shows nothing, and is recorded and logged like any other.</summary>
public sealed class RefusedSearchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public Task A_search_without_a_case_number_is_refused() => RefusedAsync(SearchRefusal.NoCaseNumber, request => request with { CaseNumber = "" });

    [Fact]
    public Task A_search_without_a_purpose_is_refused() => RefusedAsync(SearchRefusal.NoPurpose, request => request with { Purpose = "" }, "not-stated");

    [Fact]
    public Task A_search_for_a_purpose_the_policy_does_not_list_is_refused() =>
        RefusedAsync(SearchRefusal.PurposeUnknown, request => request with { Purpose = "<b>mine</b>" }, "not-permitted");

    [Fact]
    public Task A_search_for_a_prohibited_purpose_is_refused() =>
        RefusedAsync(SearchRefusal.PurposeProhibited, request => request with { Purpose = "personal-use" }, "personal-use");

    [Fact]
    public Task A_search_with_an_empty_word_for_its_basis_is_refused() =>
        RefusedAsync(SearchRefusal.BasisEmptyWords, request => request with { Basis = "investigation" });

    [Fact]
    public Task A_search_with_only_wildcards_is_refused() =>
        RefusedAsync(SearchRefusal.PlateOnlyWildcards, request => request with { Plate = "***" }, pattern: "***");

    [Fact]
    public Task A_search_without_plate_or_area_is_refused() =>
        RefusedAsync(SearchRefusal.AreaNeeded, request => request with { Plate = "", From = request.To.AddHours(-1) }, pattern: "");

    [Fact]
    public Task A_search_without_a_plate_over_a_long_window_is_refused() => RefusedAsync(
        SearchRefusal.WindowTooLong, request => request with { Plate = "", Areas = [TestCity.Harbor], From = request.To.AddHours(-25) }, pattern: "");

    [Fact]
    public Task A_search_in_an_area_that_does_not_exist_is_refused() =>
        RefusedAsync(SearchRefusal.AreaUnknown, request => request with { Areas = ["atlantis"] });

    [Fact]
    public Task A_user_without_training_is_refused() => RefusedAsync(SearchRefusal.TrainingMissing, sql: "delete from trainings");

    [Fact]
    public Task A_user_whose_training_ended_yesterday_is_refused() =>
        RefusedAsync(SearchRefusal.TrainingExpired, sql: "update trainings set expires_day = '2026-11-21'");

    [Fact]
    public Task A_disabled_account_is_refused() => RefusedAsync(SearchRefusal.AccountDisabled, sql: "update users set disabled_ms = 0");

    [Fact]
    public Task An_administrator_is_refused_even_with_an_officers_role() =>
        RefusedAsync(SearchRefusal.RoleMayNotSearch, sql: "update users set roles = 'officer,administrator'");

    [Fact]
    public Task An_agency_without_an_agreement_in_force_is_refused() => RefusedAsync(
        SearchRefusal.AgencyNotAllowed,
        sql: """
            insert into agencies (id, name, kind, state, created_ms) values ('rio-verde-pd', 'Rio Verde Police Department', 'local', 'CA', 0);
            update users set agency_id = 'rio-verde-pd', roles = 'partner-officer'
            """);

    [Fact]
    public async Task A_user_who_has_not_accepted_the_newest_version_is_refused_until_he_does()
    {
        await using var city = await TestCity.CreateAsync();
        await city.PublishAsync(PolicyPresets.California with { RetentionDays = 29 });
        var refused = await city.SearchAsync(city.Request("7ABC123"));
        Assert.Equal(SearchRefusal.PolicyNotAcknowledged, Assert.Single(refused.Refusals).Code);
        await city.AcknowledgeAsync(2);
        Assert.False((await city.SearchAsync(city.Request("7ABC123"))).IsRefused);
    }

    [Fact]
    public async Task Without_a_policy_in_force_every_search_is_refused_and_logged()
    {
        await using var city = await TestCity.CreateAsync(withPolicy: false);
        var outcome = await city.SearchAsync(city.Request("7ABC123"));
        Assert.Equal(SearchRefusal.NoPolicy, Assert.Single(outcome.Refusals).Code);
        var entry = await city.LastEntryAsync("search-refused");
        Assert.Equal(("no-policy", "0"), (entry!["refusal"], entry["policy"]));
    }

    [Fact]
    public async Task An_immigration_reason_is_refused_and_put_before_the_steward()
    {
        await using var city = await TestCity.CreateAsync();
        await RefusedAsync(
            city, SearchRefusal.ImmigrationEnforcement, city.Request("7ABC123") with { Basis = "Assisting ICE with a sedan parked near the pier." });
        var flagged = await city.Get<SearchStore>().ForStewardAsync(city.Clock.Now.AddDays(-1), cancellation: Cancellation);
        Assert.Equal(MarisolBay.OfficerId, Assert.Single(flagged).UserId);
        await city.SearchAsync(city.Request("7ABC123") with { CaseNumber = "" });
        Assert.Single(await city.Get<SearchStore>().ForStewardAsync(city.Clock.Now.AddDays(-1), cancellation: Cancellation));
    }

    [Fact]
    public async Task What_the_steward_is_to_see_does_not_hide_behind_another_refusal()
    {
        await using var city = await TestCity.CreateAsync();
        await city.ExecuteAsync("delete from trainings");
        var outcome = await city.SearchAsync(city.Request("*") with { Basis = "Assisting ICE with a sedan parked near the pier." });
        Assert.Equal(
            [SearchRefusal.TrainingMissing, SearchRefusal.ImmigrationEnforcement, SearchRefusal.PlateOnlyWildcards],
            outcome.Refusals.Select(refusal => refusal.Code));
        Assert.Single(await city.Get<SearchStore>().ForStewardAsync(city.Clock.Now.AddDays(-1), cancellation: Cancellation));
        Assert.Equal(SearchRefusal.ImmigrationEnforcement, (await city.LastEntryAsync("search-refused"))!["refusal"]);
    }

    [Fact]
    public async Task A_case_number_of_ten_thousand_characters_is_refused_and_its_record_is_cut()
    {
        await using var city = await TestCity.CreateAsync();
        await RefusedAsync(city, SearchRefusal.CaseNumberFormat, city.Request("7ABC123") with { CaseNumber = new string('9', 10_000) });
        Assert.Equal(100, await city.ScalarAsync<int>("select length(case_number) from searches"));
    }

    [Theory]
    [InlineData("'); drop table detections; --")]
    [InlineData("<script>alert(document.cookie)</script>")]
    [InlineData("@searchId {0} ${jndi:ldap://x} %s \0 \u202e")]
    public async Task Sql_and_html_in_every_field_are_text_and_nothing_else(string hostile)
    {
        await using var city = await TestCity.CreateAsync();
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromHours(1));
        var outcome = await city.SearchAsync(city.Request("7ABC123") with
        {
            Plate = hostile,
            Areas = [hostile],
            Purpose = hostile,
            CaseNumber = hostile,
            Basis = hostile,
        });
        Assert.True(outcome.IsRefused);
        var entry = await city.LastEntryAsync("search-refused");
        Assert.Equal(("not-permitted", hostile.Trim(), hostile.Trim()), (entry!["purpose"], entry["basis"], entry["case-number"]));
        Assert.Equal(1, await city.ScalarAsync<int>("select count(*) from detections"));

        // In the words of an honest reason it is kept, and the search is carried out.
        Assert.False((await city.SearchAsync(city.Request("7ABC123") with { Basis = $"{MarisolBay.Basis} {hostile}" })).IsRefused);
        Assert.Contains(hostile.Trim(), (await city.LastEntryAsync("search"))!["basis"], StringComparison.Ordinal);
    }

    private static async Task RefusedAsync(
        string code, Func<SearchRequest, SearchRequest>? change = null, string purpose = "hit-and-run", string pattern = "7ABC123", string? sql = null)
    {
        await using var city = await TestCity.CreateAsync();
        await city.CarAsync("7ABC123", TestCity.HarborCamera, TimeSpan.FromMinutes(1));
        if (sql is not null)
        {
            await city.ExecuteAsync(sql);
        }

        var request = city.Request("7ABC123");
        await RefusedAsync(city, code, change is null ? request : change(request), purpose, pattern);
    }

    private static async Task RefusedAsync(
        TestCity city, string code, SearchRequest request, string purpose = "hit-and-run", string pattern = "7ABC123")
    {
        var outcome = await city.SearchAsync(request);
        Assert.Equal(code, Assert.Single(outcome.Refusals).Code);
        Assert.Equal((0, 0), (outcome.Count, outcome.Results.Count));

        var row = Assert.Single(await city.Get<SearchStore>().MineAsync(MarisolBay.OfficerId, cancellation: Cancellation));
        Assert.Equal((code, outcome.SearchId, outcome.Receipt.EntryId, pattern), (row.Refusal, row.Id, row.EntryId, row.Pattern));
        var entry = await city.LastEntryAsync("search-refused");
        Assert.Equal((code, purpose, pattern, MarisolBay.OfficerId), (entry!["refusal"], entry["purpose"], entry["plate"], entry["user"]));
        Assert.Null(await city.LastEntryAsync("search"));
        Assert.Equal(1, await city.ScalarAsync<int>("select value from daily_totals where measure = 'searches-refused'"));
        Assert.Equal(0, await city.ScalarAsync<int>("select count(*) from search_pages"));
    }
}
