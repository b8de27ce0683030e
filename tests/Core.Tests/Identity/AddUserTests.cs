using Transparency.Core.Identity;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.Identity;

public sealed class AddUserTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_account_is_logged_with_its_roles_and_its_password_is_kept_as_a_hash()
    {
        await using var accounts = await Accounts.CreateAsync();
        var user = await accounts.Users.FindAsync(accounts.OfficerId, Cancellation);
        Assert.Equal(("r.alvarez", "officer", MarisolBay.City.PoliceName), (user!.UserName, user.Roles, user.Organisation));
        Assert.DoesNotContain("lantern", user.PasswordHash, StringComparison.Ordinal);
        Assert.Equal(("account-change", MarisolBay.OfficerName, "Account created"), Assert.Single(await accounts.EntriesAsync()));
    }

    [Theory]
    [InlineData("R.ALVAREZ", Roles.Officer, Accounts.Password, "already")]
    [InlineData("x", Roles.Officer, Accounts.Password, "2 to 100")]
    [InlineData("<b>bold</b>", Roles.Officer, Accounts.Password, "2 to 100")]
    [InlineData("a.reyes", "emperor", Accounts.Password, "roles")]
    [InlineData("a.reyes", Roles.Officer, "short", "15 characters")]
    [InlineData("a.reyes", Roles.Officer, "a.reyes quartz meadow", "user name")]
    public async Task An_account_that_breaks_a_rule_is_refused_and_changes_nothing(string name, string role, string password, string reason)
    {
        await using var accounts = await Accounts.CreateAsync();
        var outcome = await accounts.AddAsync(name, role, password);
        Assert.Null(outcome.UserId);
        Assert.Contains(reason, Assert.Single(outcome.Problems), StringComparison.Ordinal);
        Assert.Single(await accounts.EntriesAsync());
        Assert.Single(await accounts.Users.AllAsync(Cancellation));
    }

    [Fact]
    public async Task An_administrator_gets_no_role_that_sees_plates()
    {
        await using var accounts = await Accounts.CreateAsync();
        Assert.Contains("administrator", Assert.Single((await accounts.AddAsync("t.okafor", Roles.Administrator, Accounts.Password, Roles.Officer)).Problems), StringComparison.Ordinal);
        Assert.False(Roles.MaySearch([Roles.Administrator]));
        Assert.False(Roles.MaySearch([Roles.Administrator, Roles.Officer]));
        Assert.True(Roles.MaySearch([Roles.Officer]));
    }
}
