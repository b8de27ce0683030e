using System.Globalization;
using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;

namespace Transparency.Core.Identity;

/// <summary>The log's words for what happens to accounts and sessions.</summary>
internal static class IdentityEvents
{
    public static AuditEvent SignedIn(string method) => new(AccountActs.SignIn, [new("method", method)])
    {
        Elements = "Own account",
        Outcome = "Signed in",
    };

    public static AuditEvent SignInRefused(string userId, string refusal) =>
        new(AccountActs.SignInRefused, [new("account", userId), new("refusal", refusal)])
        {
            Elements = userId.Length == 0 ? "An account that does not exist" : $"Account {userId}",
            Outcome = $"Refused: {refusal}",
        };

    public static AuditEvent SignedOut(string reason) => new(AccountActs.SignOut, [new("reason", reason)])
    {
        Elements = "Own account",
        Outcome = "Signed out",
    };

    public static AuditEvent AccountChanged(UserAccount user, string change) =>
        new(AccountActs.AccountChange, [new("account", user.Id), new("change", change), new("roles", user.Roles)])
        {
            Elements = $"Account {user.UserName}",
            Outcome = $"Account {change}",
        };

    public static AuditEvent TrainingRecorded(string userId, string expiresDay) =>
        new(AccountActs.TrainingRecorded, [new("account", userId), new("expires", expiresDay)])
        {
            Elements = $"Account {userId}",
            Outcome = $"Training recorded, expires {expiresDay}",
        };

    public static AuditEvent PolicyAcknowledged(int version) =>
        new(AccountActs.PolicyAcknowledged, [new("policy", version.ToString(CultureInfo.InvariantCulture))])
        {
            Elements = "Own account",
            Outcome = $"Accepted version {version} of the policy",
        };
}
