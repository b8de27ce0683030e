using Transparency.Core.Database;
using Transparency.Core.Identity.SecondFactors;

namespace Transparency.Core.Identity;

/// <summary>
/// Opens a session for the owner of a passkey. The caller has verified the assertion (challenge, origin, signature, user verification), so
/// that a passkey alone is two factors: the device, and the finger, face or number that unlocked it.
/// </summary>
public sealed class SignInWithPasskey(SqlDatabase database, SignInLedger ledger)
{
    /// <param name="passkey">The credential that was verified, with its new count and flags.</param>
    /// <param name="from">Where the request came from.</param>
    /// <param name="at">Now.</param>
    /// <param name="cancellation">Ends the attempt before it is recorded.</param>
    public Task<SignInOutcome> RunAsync(Passkey passkey, SignInFrom from, DateTimeOffset at, CancellationToken cancellation = default) =>
        database.WriteAsync(
            async scope =>
            {
                var user = await UserStore.FindAsync(scope, passkey.UserId);
                if (SignInLedger.Judge(user, at) is { } refusal)
                {
                    return await ledger.RefuseAsync(scope, user, refusal, from, at);
                }

                await PasskeyStore.UsedAsync(scope, passkey.Id, passkey.SignCount, passkey.Flags, at.ToUnixTimeMilliseconds());
                return await ledger.OpenAsync(scope, user!, "passkey", from, at);
            },
            cancellation);
}
