using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;

namespace Transparency.Bench;

internal static class BenchEntries
{
    public static AuditEvent SignIn() => new(AccountActs.SignIn, [new AuditField("method", "password")])
    {
        Elements = "account",
        Outcome = "signed in",
    };
}
