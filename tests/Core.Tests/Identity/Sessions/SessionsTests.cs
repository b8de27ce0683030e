using Transparency.Core.Identity;
using Transparency.Core.Identity.Sessions;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.Identity.Sessions;

public sealed class SessionsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Signing_out_everywhere_else_leaves_the_session_in_use()
    {
        await using var accounts = await Accounts.CreateAsync();
        var sessions = new SessionStore(accounts.Database.Sql);
        var ids = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            ids.Add((await accounts.SignInAsync("r.alvarez", Accounts.Password)).SessionId!);
        }

        var ended = await new EndSessions(accounts.Database.Sql, accounts.Log).RunAsync(await accounts.ByOfficerAsync(), null, ids[1], Cancellation);
        Assert.Equal(2, ended);
        Assert.Equal(ids[1], Assert.Single(await sessions.OpenOfAsync(accounts.OfficerId, Cancellation)).Id);
        Assert.Equal(2, (await accounts.EntriesAsync()).Count(entry => entry.Act == "sign-out"));
    }

    [Fact]
    public async Task Nobody_ends_somebody_elses_session()
    {
        await using var accounts = await Accounts.CreateAsync();
        var session = (await accounts.SignInAsync("r.alvarez", Accounts.Password)).SessionId!;
        Assert.Equal(0, await new EndSessions(accounts.Database.Sql, accounts.Log).RunAsync(MarisolBay.By(accounts.Now), session, null, Cancellation));
        Assert.True(await new SessionStore(accounts.Database.Sql).IsOpenAsync(session, accounts.OfficerId, Cancellation));
    }

    [Fact]
    public async Task A_session_left_alone_longer_than_the_policy_allows_ends_as_idle_and_a_used_one_does_not()
    {
        await using var accounts = await Accounts.CreateAsync();
        var (idle, used) = ((await accounts.SignInAsync("r.alvarez", Accounts.Password)).SessionId!, (await accounts.SignInAsync("r.alvarez", Accounts.Password)).SessionId!);
        var sessions = new SessionStore(accounts.Database.Sql);
        accounts.Database.Clock.Now += TimeSpan.FromMinutes(20);
        await sessions.SeenAsync(used, accounts.Now, Cancellation);
        accounts.Database.Clock.Now += TimeSpan.FromMinutes(15);
        Assert.Equal(1, await new EndIdleSessions(accounts.Database.Sql, accounts.Policies, accounts.Log).RunAsync(accounts.Now, Cancellation));
        Assert.False(await sessions.IsOpenAsync(idle, accounts.OfficerId, Cancellation));
        Assert.True(await sessions.IsOpenAsync(used, accounts.OfficerId, Cancellation));
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions()
    {
        await using var accounts = await Accounts.CreateAsync();
        var (own, other) = ((await accounts.SignInAsync("r.alvarez", Accounts.Password)).SessionId!, (await accounts.SignInAsync("r.alvarez", Accounts.Password)).SessionId!);
        var change = new ChangePassword(accounts.Database.Sql, accounts.Users, accounts.Ledger, accounts.Log);
        var context = await accounts.ByOfficerAsync();
        Assert.NotNull(await change.RunAsync(context, "not it", "violet granite teapot seventeen", own, Cancellation));
        Assert.Null(await change.RunAsync(context, Accounts.Password, "violet granite teapot seventeen", own, Cancellation));
        var sessions = new SessionStore(accounts.Database.Sql);
        Assert.True(await sessions.IsOpenAsync(own, accounts.OfficerId, Cancellation));
        Assert.False(await sessions.IsOpenAsync(other, accounts.OfficerId, Cancellation));
    }
}
