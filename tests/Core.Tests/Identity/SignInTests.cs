using Transparency.Core.Identity;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.Identity;

public sealed class SignInTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_right_password_signs_in_whatever_the_case_of_the_name_and_is_logged()
    {
        await using var accounts = await Accounts.CreateAsync();
        var outcome = await accounts.SignInAsync(" R.Alvarez ", Accounts.Password);
        Assert.Equal(accounts.OfficerId, outcome.User?.Id);
        Assert.Equal(("sign-in", "r.alvarez", "Signed in"), (await accounts.EntriesAsync())[^1]);
    }

    [Theory]
    [InlineData("r.alvarez", "not the password at all", SignInOutcome.WrongPassword, "r.alvarez")]
    [InlineData("nobody", Accounts.Password, SignInOutcome.UnknownAccount, "system")]
    [InlineData("harbor lantern quartz meadow", "", SignInOutcome.UnknownAccount, "system")]
    public async Task A_refused_sign_in_is_logged_and_never_shows_what_was_typed(string name, string password, string refusal, string loggedAs)
    {
        await using var accounts = await Accounts.CreateAsync();
        var outcome = await accounts.SignInAsync(name, password);
        Assert.Equal((null, refusal), (outcome.User, outcome.Refusal));
        Assert.Equal(("sign-in-refused", loggedAs, $"Refused: {refusal}"), (await accounts.EntriesAsync())[^1]);
        var typed = name.Contains(' ') ? name : password;
        Assert.DoesNotContain(await LoggedEntry.ReadAsync(accounts.Database.Sql), entry => typed.Length > 0 && entry.Fields.Values.Contains(typed));
    }

    [Fact]
    public async Task Five_failures_lock_the_account_for_ten_minutes_even_for_the_right_password()
    {
        await using var accounts = await Accounts.CreateAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(SignInOutcome.WrongPassword, (await accounts.SignInAsync("r.alvarez", "wrong")).Refusal);
        }

        Assert.Equal("Account locked", (await accounts.EntriesAsync())[^1].Outcome);
        accounts.Database.Clock.Advance(TimeSpan.FromMinutes(9.9));
        Assert.Equal(SignInOutcome.LockedOut, (await accounts.SignInAsync("r.alvarez", Accounts.Password)).Refusal);
        accounts.Database.Clock.Advance(TimeSpan.FromMinutes(0.2));
        Assert.NotNull((await accounts.SignInAsync("r.alvarez", Accounts.Password)).User);
    }

    [Fact]
    public async Task A_success_starts_the_count_of_failures_anew()
    {
        await using var accounts = await Accounts.CreateAsync();
        foreach (var password in new[] { "1", "2", "3", "4", Accounts.Password, "5", Accounts.Password })
        {
            await accounts.SignInAsync("r.alvarez", password);
        }

        Assert.Equal("Signed in", (await accounts.EntriesAsync())[^1].Outcome);
    }

    [Fact]
    public async Task Attempts_at_the_same_moment_are_each_counted()
    {
        await using var accounts = await Accounts.CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => accounts.SignInAsync("r.alvarez", "wrong"), Cancellation)));
        Assert.Equal(SignInOutcome.LockedOut, (await accounts.SignInAsync("r.alvarez", Accounts.Password)).Refusal);
    }

    [Fact]
    public async Task A_disabled_account_cannot_sign_in_and_its_stamp_has_changed()
    {
        await using var accounts = await Accounts.CreateAsync();
        var before = await accounts.Users.FindAsync(accounts.OfficerId, Cancellation);
        var disable = new DisableUser(accounts.Database.Sql, accounts.Log);
        Assert.True(await disable.RunAsync(MarisolBay.By(accounts.Now), accounts.OfficerId, Cancellation));
        Assert.False(await disable.RunAsync(MarisolBay.By(accounts.Now), accounts.OfficerId, Cancellation));
        Assert.Equal(SignInOutcome.Disabled, (await accounts.SignInAsync("r.alvarez", Accounts.Password)).Refusal);
        Assert.NotEqual(before!.SecurityStamp, (await accounts.Users.FindAsync(accounts.OfficerId, Cancellation))!.SecurityStamp);
    }
}
