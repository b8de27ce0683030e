using Transparency.Core.Policies;
using Transparency.Core.Tests.Database;

namespace Transparency.Core.Tests.Policies;

/// <summary>What publishing a policy promises, on either engine.</summary>
public abstract class PublishPolicyContract
{
    protected abstract TestEngine Engine { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_published_version_is_in_force_reads_back_as_written_and_is_in_the_log()
    {
        await using var city = await TestCity.CreateAsync(Engine, withPolicy: false);
        var outcome = await city.PublishAsync(PolicyPresets.Minnesota);
        var inForce = await city.Get<PolicyStore>().InForceAsync(city.Clock.Now, Cancellation);
        Assert.Equivalent(outcome.Published, inForce, strict: true);
        var entry = await city.LastEntryAsync("policy-version");
        Assert.Equal(("1", "2026-01-13", "Resolution 2026-04", "60"), (entry!["policy"], entry["adopted"], entry["approval"], entry["retention-days"]));
        Assert.Equal(64, entry["digest"].Length);
    }

    [Fact]
    public async Task The_version_in_force_is_the_last_that_has_taken_effect()
    {
        await using var city = await TestCity.CreateAsync(Engine);
        var store = city.Get<PolicyStore>();
        var first = city.Clock.Now;
        city.Clock.Advance(TimeSpan.FromDays(10));
        await city.PublishAsync(PolicyPresets.Washington);
        Assert.Null(await store.InForceAsync(first.AddMilliseconds(-1), Cancellation));
        Assert.Equal(1, (await store.InForceAsync(city.Clock.Now.AddMilliseconds(-1), Cancellation))!.Version);
        Assert.Equal(2, (await store.InForceAsync(city.Clock.Now, Cancellation))!.Version);
        Assert.Equal([2, 1], (await store.AllAsync(Cancellation)).Select(version => version.Version));
    }

    [Theory]
    [InlineData("no-such-decision")]
    [InlineData("withdrawn")]
    [InlineData("expired")]
    [InlineData("sharing-only")]
    public async Task Without_a_council_decision_in_force_nothing_is_published(string approval)
    {
        await using var city = await TestCity.CreateAsync(Engine, withPolicy: false);
        await city.ExecuteAsync(
            """
            insert into approvals (id, kind, title, meeting_day, agenda_item, vote, resolution, link, expires_day, withdrawn_ms, created_ms)
            values ('withdrawn', 'policy', '', '2026-01-13', '', '5-0', 'R', '', null, 1, 0),
                   ('expired', 'policy', '', '2026-01-13', '', '5-0', 'R', '', '2026-11-21', null, 0),
                   ('sharing-only', 'sharing', '', '2026-01-13', '', '5-0', 'R', '', null, null, 0)
            """);
        var outcome = await PublishAsync(city, draft => draft with { ApprovalId = approval });
        Assert.Equal("approval", Assert.Single(outcome.Gaps).Code);
        await NothingPublishedAsync(city);
    }

    [Fact]
    public async Task An_incomplete_policy_changes_nothing_and_says_what_is_missing()
    {
        await using var city = await TestCity.CreateAsync(Engine, withPolicy: false);
        var outcome = await PublishAsync(city, draft => draft with { Title = " ", Words = draft.Words with { Sharing = new("", "") } });
        Assert.Equal(["part-d", "title"], outcome.Gaps.Select(gap => gap.Code));
        await NothingPublishedAsync(city);
    }

    [Fact]
    public async Task A_policy_cannot_take_effect_before_it_is_published()
    {
        await using var city = await TestCity.CreateAsync(Engine, withPolicy: false);
        var outcome = await PublishAsync(city, draft => draft with { Effective = city.Clock.Now.AddSeconds(-1) });
        Assert.Equal("effective", Assert.Single(outcome.Gaps).Code);
        await NothingPublishedAsync(city);
    }

    private static Task<PublishPolicyOutcome> PublishAsync(TestCity city, Func<PolicyDraft, PolicyDraft> change) =>
        city.Get<PublishPolicy>().RunAsync(city.Officer(), change(city.Draft(PolicyPresets.California)), Cancellation);

    private static async Task NothingPublishedAsync(TestCity city)
    {
        Assert.Empty(await city.Get<PolicyStore>().AllAsync(Cancellation));
        Assert.Null(await city.LastEntryAsync("policy-version"));
    }
}

public sealed class PublishPolicyOnSqlite : PublishPolicyContract
{
    protected override TestEngine Engine => TestEngine.Sqlite;
}

public sealed class PublishPolicyOnSqlServer : PublishPolicyContract
{
    protected override TestEngine Engine => TestEngine.SqlServer;
}
