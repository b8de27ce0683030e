using Transparency.Core.Identity;
using Transparency.Core.Identity.SecondFactors;
using Transparency.Core.Tests.AuditTrail;

namespace Transparency.Core.Tests.Identity.SecondFactors;

public sealed class SignInWithCodeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_an_authenticator_a_right_password_alone_signs_nobody_in()
    {
        await using var accounts = await Accounts.CreateAsync();
        await SetUpAsync(accounts);
        var outcome = await accounts.SignInAsync("r.alvarez", Accounts.Password);
        Assert.Null(outcome.User);
        Assert.Null(outcome.SessionId);
        Assert.Equal(accounts.OfficerId, outcome.AwaitsCode!.Id);
        Assert.DoesNotContain("sign-in", (await accounts.EntriesAsync()).Select(entry => entry.Act));
    }

    [Fact]
    public async Task A_code_opens_the_session_once_and_is_logged()
    {
        await using var accounts = await Accounts.CreateAsync();
        var secret = await SetUpAsync(accounts);
        accounts.Database.Clock.Now += TimeSpan.FromMinutes(2);
        var code = Totp.Code(secret, Totp.StepAt(accounts.Now));
        Assert.NotNull((await SignInAsync(accounts, code)).SessionId);
        Assert.Equal(SignInOutcome.WrongCode, (await SignInAsync(accounts, code)).Refusal);
        Assert.Equal(["sign-in", "sign-in-refused"], (await accounts.EntriesAsync()).Select(entry => entry.Act).TakeLast(2));
    }

    [Fact]
    public async Task Wrong_codes_lock_the_account_even_with_right_passwords_between_them()
    {
        await using var accounts = await Accounts.CreateAsync();
        await SetUpAsync(accounts);
        for (var i = 0; i < 5; i++)
        {
            Assert.NotNull((await accounts.SignInAsync("r.alvarez", Accounts.Password)).AwaitsCode);
            Assert.NotNull((await SignInAsync(accounts, "000000")).Refusal);
        }

        Assert.Equal(SignInOutcome.LockedOut, (await accounts.SignInAsync("r.alvarez", Accounts.Password)).Refusal);
    }

    [Fact]
    public async Task A_recovery_code_counts_once_however_it_is_typed()
    {
        await using var accounts = await Accounts.CreateAsync();
        var codes = (await SetUpWithCodesAsync(accounts)).Codes;
        Assert.Equal(10, codes.Distinct().Count());
        Assert.NotNull((await SignInAsync(accounts, codes[3].ToUpperInvariant().Replace("-", " ", StringComparison.Ordinal))).SessionId);
        Assert.Equal(SignInOutcome.WrongCode, (await SignInAsync(accounts, codes[3])).Refusal);
        Assert.Equal(9, (await new SecondFactorStore(accounts.Database.Sql).SummaryAsync(accounts.OfficerId, Cancellation)).RecoveryCodes);
    }

    [Fact]
    public async Task The_secret_is_not_in_the_database_as_it_is_and_does_not_open_for_another_user()
    {
        await using var accounts = await Accounts.CreateAsync();
        var box = accounts.Secrets.Seal(accounts.OfficerId, [1, 2, 3, 4]);
        Assert.Equal([1, 2, 3, 4], accounts.Secrets.Open(accounts.OfficerId, box));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => accounts.Secrets.Open("somebody else", box));
    }

    private static Task<SignInOutcome> SignInAsync(Accounts accounts, string code) =>
        new SignInWithCode(accounts.Database.Sql, accounts.Secrets, accounts.Ledger).RunAsync(
            accounts.OfficerId, code, Accounts.From, accounts.Now, Cancellation);

    private static async Task<byte[]> SetUpAsync(Accounts accounts) => (await SetUpWithCodesAsync(accounts)).Secret;

    private static async Task<(byte[] Secret, IReadOnlyList<string> Codes)> SetUpWithCodesAsync(Accounts accounts)
    {
        var own = await accounts.ByOfficerAsync();
        var offer = await new SetUpAuthenticator(accounts.Database.Sql, MarisolBay.City, accounts.Secrets).RunAsync(own, Cancellation);
        var factor = await accounts.Database.Sql.WriteAsync(scope => SecondFactorStore.FindAsync(scope, accounts.OfficerId), Cancellation);
        var secret = accounts.Secrets.Open(accounts.OfficerId, factor!.Secret);
        Assert.EndsWith(offer!.SecretText, Totp.SecretText(secret), StringComparison.Ordinal);
        var confirm = new ConfirmAuthenticator(accounts.Database.Sql, accounts.Secrets, accounts.Log);
        Assert.Null(await confirm.RunAsync(own, "000000", Cancellation));
        var codes = await confirm.RunAsync(own, Totp.Code(secret, Totp.StepAt(accounts.Now)), Cancellation);
        return (secret, codes!);
    }
}
