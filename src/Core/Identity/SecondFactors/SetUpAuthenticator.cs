using System.Security.Cryptography;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;

namespace Transparency.Core.Identity.SecondFactors;

/// <summary>What a user's authenticator is to take over: as a picture's content, and to type.</summary>
public sealed record AuthenticatorOffer(string Uri, string SecretText);

/// <summary>
/// Makes a secret for a user's authenticator. It counts only once a first code fitted (<see cref="ConfirmAuthenticator"/>); an offer that
/// was left open is shown again, so that reloading the page does not spoil a picture already taken.
/// </summary>
public sealed class SetUpAuthenticator(SqlDatabase database, City city, SealedSecret secrets)
{
    /// <returns>Null when the user has an authenticator already.</returns>
    public Task<AuthenticatorOffer?> RunAsync(AuditContext context, CancellationToken cancellation = default) => database.WriteAsync(
        async scope =>
        {
            var factor = await SecondFactorStore.FindAsync(scope, context.Actor.UserId);
            if (factor?.ConfirmedMs is not null)
            {
                return null;
            }

            var secret = factor is null ? RandomNumberGenerator.GetBytes(Totp.SecretBytes) : secrets.Open(factor.UserId, factor.Secret);
            if (factor is null)
            {
                await SecondFactorStore.ReplaceAsync(scope, new()
                {
                    UserId = context.Actor.UserId,
                    Secret = secrets.Seal(context.Actor.UserId, secret),
                    LastStep = 0,
                    ConfirmedMs = null,
                });
            }

            return new AuthenticatorOffer(Totp.Uri(city.PoliceName, context.Actor.UserName, secret), Totp.SecretText(secret));
        },
        cancellation);
}
