using FsCheck;
using FsCheck.Fluent;
using Transparency.Core.Policies;
using Transparency.Core.Retention;

namespace Transparency.Core.Tests.Retention;

public sealed class RetentionScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Without_a_policy_nothing_is_due() => Assert.False(RetentionSchedule.IsDue([], Start, Start.AddYears(1), isHeld: false));

    [Fact]
    public void A_detection_is_due_when_its_days_are_over_and_not_before()
    {
        var policies = Policies((0, 30));
        Assert.False(RetentionSchedule.IsDue(policies, Start.AddDays(1), Start.AddDays(31), isHeld: false));
        Assert.True(RetentionSchedule.IsDue(policies, Start.AddDays(1), Start.AddDays(31).AddMilliseconds(1), isHeld: false));
    }

    [Fact]
    public void A_held_detection_is_not_due() => Assert.False(RetentionSchedule.IsDue(Policies((0, 30)), Start, Start.AddDays(100), isHeld: true));

    [Fact]
    public void A_shorter_retention_acts_on_what_is_stored_already()
    {
        var policies = Policies((0, 30), (50, 21));
        Assert.False(RetentionSchedule.IsDue(policies, Start.AddDays(25), Start.AddDays(49), isHeld: false));
        Assert.True(RetentionSchedule.IsDue(policies, Start.AddDays(25), Start.AddDays(50), isHeld: false));
    }

    [Fact]
    public void A_longer_retention_acts_only_on_what_is_read_from_then_on()
    {
        var policies = Policies((0, 30), (50, 60));
        Assert.True(RetentionSchedule.IsDue(policies, Start.AddDays(49), Start.AddDays(80), isHeld: false));
        Assert.False(RetentionSchedule.IsDue(policies, Start.AddDays(50), Start.AddDays(109), isHeld: false));
        Assert.True(RetentionSchedule.IsDue(policies, Start.AddDays(50), Start.AddDays(111), isHeld: false));
    }

    [Fact]
    public void A_policy_that_is_not_in_force_yet_decides_nothing() =>
        Assert.False(RetentionSchedule.IsDue(Policies((0, 30), (40, 1)), Start.AddDays(20), Start.AddDays(39), isHeld: false));

    [Fact]
    public void It_is_the_strictest_policy_in_force_at_any_time_since_capture() =>
        Prop.ForAll(Histories, history =>
        {
            var policies = Policies([.. history.Versions]);
            var now = Start.AddDays(history.Now);
            return Enumerable.Range(0, 200).Select(day => Start.AddDays(day)).Where(captured => captured <= now).All(captured =>
                RetentionSchedule.IsDue(policies, captured, now, isHeld: false) == IsDuePlainly(policies, captured, now));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_cutoff_never_moves_back() =>
        Prop.ForAll(Histories, history =>
        {
            var policies = Policies([.. history.Versions]);
            var cutoffs = Enumerable.Range(0, 200).Select(day => RetentionSchedule.Cutoff(policies, Start.AddDays(day)) ?? DateTimeOffset.MinValue).ToList();
            return cutoffs.Zip(cutoffs.Skip(1)).All(pair => pair.First <= pair.Second);
        }).QuickCheckThrowOnFailure();

    private static Arbitrary<(IReadOnlyList<(int Day, int Kept)> Versions, int Now)> Histories =>
        (from count in Gen.Choose(0, 4)
         from days in Gen.Choose(0, 150).ListOf(count)
         from kept in Gen.Choose(1, 60).ListOf(count)
         from now in Gen.Choose(0, 200)
         select ((IReadOnlyList<(int, int)>)days.Order().Zip(kept).ToList(), now)).ToArbitrary();

    // The sentence, spelt out: some version that was in force at some time from capture to now says the days are over. Of versions
    // that begin at the same instant only the last was ever in force.
    private static bool IsDuePlainly(List<PolicyVersion> policies, DateTimeOffset captured, DateTimeOffset now) =>
        policies.Where((version, i) =>
        {
            var end = i + 1 < policies.Count ? policies[i + 1].Effective : DateTimeOffset.MaxValue;
            var wasInForce = version.Effective < end && version.Effective <= now && end > captured;
            return wasInForce && captured < now.AddDays(-version.Terms.RetentionDays);
        }).Any();

    private static List<PolicyVersion> Policies(params (int Day, int Kept)[] versions) => versions.Select((version, i) => new PolicyVersion
    {
        Version = i + 1,
        Title = "Policy",
        Adopted = new DateOnly(2026, 1, 1),
        Effective = Start.AddDays(version.Day),
        ApprovalId = "resolution-1",
        Words = PolicyPresetWords.For("Marisol Bay Police Department", PolicyPresets.California),
        Terms = PolicyPresets.California with { RetentionDays = version.Kept },
        Created = Start,
    }).ToList();
}
