using Transparency.Core.Identity;
using Transparency.Core.Policies;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.Identity;

public sealed class AcknowledgePolicyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Accepting_the_version_in_force_is_recorded_once()
    {
        await using var accounts = await Accounts.CreateAsync();
        await PublishAsync(accounts, version: 3);
        Assert.Null(await AcceptAsync(accounts, 3));
        Assert.Null(await AcceptAsync(accounts, 3));
        Assert.Single(await accounts.EntriesAsync(), entry => entry.Act == "policy-acknowledged");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public async Task Accepting_another_version_is_refused_with_the_one_to_read(int version)
    {
        await using var accounts = await Accounts.CreateAsync();
        await PublishAsync(accounts, version: 3);
        Assert.Contains("Version 3", await AcceptAsync(accounts, version), StringComparison.Ordinal);
        Assert.DoesNotContain(await accounts.EntriesAsync(), entry => entry.Act == "policy-acknowledged");
    }

    [Fact]
    public async Task A_training_certificate_that_ends_before_it_began_is_refused()
    {
        await using var accounts = await Accounts.CreateAsync();
        var record = new RecordTraining(accounts.Database.Sql, accounts.Log);
        var day = new DateOnly(2026, 11, 1);
        Assert.NotNull(await record.RunAsync(MarisolBay.By(accounts.Now), accounts.OfficerId, "ALPR-101", day, day.AddDays(-1), Cancellation));
        Assert.Null(await record.RunAsync(MarisolBay.By(accounts.Now), accounts.OfficerId, "ALPR-101", day, day.AddYears(1), Cancellation));
        Assert.Single(await accounts.EntriesAsync(), entry => entry.Act == "training-recorded");
    }

    private static Task<string?> AcceptAsync(Accounts accounts, int version) =>
        new AcknowledgePolicy(accounts.Database.Sql, accounts.Policies, accounts.Log).RunAsync(MarisolBay.By(accounts.Now), version, Cancellation);

    private static Task PublishAsync(Accounts accounts, int version) => accounts.Database.Sql.WriteAsync(
        scope => PolicyStore.AddAsync(scope, new PolicyVersion
        {
            Version = version,
            Title = "Policy",
            Adopted = new DateOnly(2026, 1, 20),
            Effective = accounts.Now.AddDays(-30),
            ApprovalId = "a",
            Words = PolicyPresetWords.For(MarisolBay.City.PoliceName, PolicyPresets.California),
            Terms = PolicyPresets.California,
            Created = accounts.Now.AddDays(-40),
        }),
        Cancellation);
}
