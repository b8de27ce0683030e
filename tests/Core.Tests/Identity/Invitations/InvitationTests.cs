using Dapper;
using Transparency.Core.Identity;
using Transparency.Core.Identity.Invitations;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.Identity.Invitations;

public sealed class InvitationTests
{
    private const string Chosen = "violet granite teapot seventeen";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_invited_person_chooses_the_password_once_and_signs_in()
    {
        await using var accounts = await Accounts.CreateAsync();
        var token = await InviteAsync(accounts);
        var (outcome, problem) = await AcceptAsync(accounts, token, Chosen);
        Assert.Null(problem);
        Assert.NotNull(outcome!.SessionId);
        Assert.NotNull((await AcceptAsync(accounts, token, "another granite teapot seventeen")).Problem);
        Assert.Equal(SignInOutcome.WrongPassword, (await accounts.SignInAsync("r.alvarez", Accounts.Password)).Refusal);
        Assert.NotNull((await accounts.SignInAsync("r.alvarez", Chosen)).SessionId);
        Assert.Equal(["Account invited", "Account password", "Signed in"], (await accounts.EntriesAsync()).Select(entry => entry.Outcome).Skip(1).Take(3));
    }

    [Fact]
    public async Task A_weak_password_is_refused_and_the_link_stays_good()
    {
        await using var accounts = await Accounts.CreateAsync();
        var token = await InviteAsync(accounts);
        Assert.Contains("15", (await AcceptAsync(accounts, token, "short")).Problem, StringComparison.Ordinal);
        Assert.Null((await AcceptAsync(accounts, token, Chosen)).Problem);
    }

    [Fact]
    public async Task A_link_ends_after_three_days_and_with_a_newer_one()
    {
        await using var accounts = await Accounts.CreateAsync();
        var first = await InviteAsync(accounts);
        var second = await InviteAsync(accounts);
        Assert.NotNull((await AcceptAsync(accounts, first, Chosen)).Problem);
        accounts.Database.Clock.Now += TimeSpan.FromHours(72.1);
        Assert.NotNull((await AcceptAsync(accounts, second, Chosen)).Problem);
    }

    [Fact]
    public async Task The_token_is_not_in_the_database()
    {
        await using var accounts = await Accounts.CreateAsync();
        var token = await InviteAsync(accounts);
        await using var connection = await accounts.Database.Sql.OpenAsync(Cancellation);
        Assert.NotEqual(token, await connection.ExecuteScalarAsync<string>("select token_hash from invitations"));
    }

    private static async Task<string> InviteAsync(Accounts accounts) =>
        (await new InviteUser(accounts.Database.Sql, accounts.Log).RunAsync(MarisolBay.By(accounts.Now), accounts.OfficerId, Cancellation)).Token!;

    private static Task<(SignInOutcome? Outcome, string? Problem)> AcceptAsync(Accounts accounts, string token, string password) =>
        new AcceptInvitation(accounts.Database.Sql, accounts.Ledger, accounts.Log).RunAsync(token, password, Accounts.From, accounts.Now, Cancellation);
}
