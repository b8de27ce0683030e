using Transparency.Core.Identity;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.Identity;

public sealed class ManagedAccountsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Roles.Administrator, "", Roles.Officer, "Patrol", true)]
    [InlineData(Roles.Administrator, "", Roles.DataSteward, "Clerk", true)]
    [InlineData(Roles.Supervisor, "Patrol", Roles.Officer, "Patrol", true)]
    [InlineData(Roles.Supervisor, "Patrol", Roles.Officer, "Investigations", false)]
    [InlineData(Roles.Supervisor, "", Roles.Officer, "", false)]
    [InlineData(Roles.Supervisor, "Patrol", Roles.Supervisor, "Patrol", false)]
    [InlineData(Roles.Supervisor, "Patrol", Roles.Administrator, "Patrol", false)]
    [InlineData(Roles.Officer, "Patrol", Roles.Officer, "Patrol", false)]
    [InlineData(Roles.DataSteward, "Patrol", Roles.Officer, "Patrol", false)]
    public void Who_manages_whom(string role, string unit, string targetRole, string targetUnit, bool may) =>
        Assert.Equal(may, AccountAuthority.MayManage(Account("a", role, unit), Account("b", targetRole, targetUnit)));

    [Fact]
    public void Nobody_manages_the_own_account() =>
        Assert.False(AccountAuthority.MayManage(Account("a", Roles.Administrator, ""), Account("a", Roles.Administrator, "")));

    [Fact]
    public async Task A_supervisor_gives_no_role_beyond_the_own_unit()
    {
        await using var accounts = await Accounts.CreateAsync();
        var supervisor = await AddAsync(accounts, "m.osei", Roles.Supervisor, "Patrol");
        var officer = await AddAsync(accounts, "n.ito", Roles.Officer, "Patrol");
        var change = new ChangeAccount(accounts.Database.Sql, accounts.Log);
        var context = MarisolBay.By(accounts.Now) with { Actor = (await accounts.Users.FindAsync(supervisor, Cancellation))!.ActingFrom("") };
        var wanted = new AccountChange { DisplayName = "Noriko Ito", Unit = "Patrol", Roles = [Roles.Investigator], SupervisorId = supervisor };
        Assert.NotEmpty(await change.RunAsync(context, officer, wanted with { Roles = [Roles.Administrator] }, Cancellation));
        Assert.NotEmpty(await change.RunAsync(context, officer, wanted with { Unit = "Investigations" }, Cancellation));
        Assert.Empty(await change.RunAsync(context, officer, wanted, Cancellation));
        Assert.Equal(Roles.Investigator, (await accounts.Users.FindAsync(officer, Cancellation))!.Roles);
        Assert.Equal("Account roles", (await accounts.EntriesAsync())[^1].Outcome);
    }

    [Fact]
    public async Task An_officer_records_no_training_and_disables_nobody()
    {
        await using var accounts = await Accounts.CreateAsync();
        var other = await AddAsync(accounts, "n.ito", Roles.Officer, "");
        var context = await accounts.ByOfficerAsync();
        Assert.NotNull(await new RecordTraining(accounts.Database.Sql, accounts.Log).RunAsync(
            context, other, "ALPR-101", new DateOnly(2026, 1, 1), new DateOnly(2027, 1, 1), Cancellation));
        Assert.False(await new DisableUser(accounts.Database.Sql, accounts.Log).RunAsync(context, other, Cancellation));
    }

    [Fact]
    public async Task A_leaver_is_disabled_when_the_last_day_is_over_and_not_before()
    {
        await using var accounts = await Accounts.CreateAsync();
        var today = MarisolBay.City.DayOf(accounts.Now);
        var session = (await accounts.SignInAsync("r.alvarez", Accounts.Password)).SessionId!;
        await new ChangeAccount(accounts.Database.Sql, accounts.Log).RunAsync(
            MarisolBay.By(accounts.Now), accounts.OfficerId, new() { DisplayName = "R. Alvarez", Unit = "", Roles = [Roles.Officer], LastDay = today }, Cancellation);
        var leavers = new DisableLeavers(accounts.Database.Sql, MarisolBay.City, accounts.Log);
        Assert.Equal(0, await leavers.RunAsync(accounts.Now, Cancellation));
        accounts.Database.Clock.Now = MarisolBay.City.StartOf(today.AddDays(1)).AddMinutes(1);
        Assert.Equal(1, await leavers.RunAsync(accounts.Now, Cancellation));
        Assert.Equal(0, await leavers.RunAsync(accounts.Now, Cancellation));
        Assert.Equal(SignInOutcome.Disabled, (await accounts.SignInAsync("r.alvarez", Accounts.Password)).Refusal);
        Assert.False(await new Core.Identity.Sessions.SessionStore(accounts.Database.Sql).IsOpenAsync(session, accounts.OfficerId, Cancellation));
    }

    private static async Task<string> AddAsync(Accounts accounts, string name, string role, string unit)
    {
        var id = (await accounts.AddAsync(name, role)).UserId!;
        await new ChangeAccount(accounts.Database.Sql, accounts.Log).RunAsync(
            MarisolBay.By(accounts.Now), id, new() { DisplayName = name, Unit = unit, Roles = [role] }, Cancellation);
        return id;
    }

    private static UserAccount Account(string id, string role, string unit) => new()
    {
        Id = id,
        UserName = id,
        DisplayName = id,
        AgencyId = "pd",
        Organisation = "PD",
        Unit = unit,
        Roles = role,
        PasswordHash = "",
        SecurityStamp = "",
        AccessFailedCount = 0,
        LockoutEndMs = null,
        DisabledMs = null,
    };
}
