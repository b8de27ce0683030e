using static Transparency.Audit.Schemas.FieldSchema;

namespace Transparency.Audit.Schemas;

/// <summary>Accounts, their training, and signing in.</summary>
public static class AccountActs
{
    public const string SignIn = "sign-in";
    public const string SignInRefused = "sign-in-refused";
    public const string SignOut = "sign-out";
    public const string AccountChange = "account-change";
    public const string TrainingRecorded = "training-recorded";
    public const string PolicyAcknowledged = "policy-acknowledged";

    private static readonly FieldSchema Account =
        Sealed("account", "The account it concerns.", "01935f2e-7c1a-7b43-9a51-0c2f5d8e6a10");

    public static IReadOnlyList<EntrySchema> All { get; } =
    [
        new(SignIn, 1, "A user signed in.", [Public("method", "How: password, code, recovery-code or passkey.", FieldKind.Code, "password")]),
        new(SignInRefused, 1, "A sign-in was refused.",
        [
            Account,
            Public("refusal", "wrong-password, wrong-code, locked-out, disabled or unknown-account.", FieldKind.Code, "locked-out"),
        ]),
        new(SignOut, 1, "A user signed out, or the session was locked after idling.",
            [Public("reason", "user, idle, elsewhere or administrator.", FieldKind.Code, "user")]),
        new(AccountChange, 1, "An account was created, changed, locked, unlocked or disabled.",
        [
            Account,
            Public(
                "change",
                "created, invited, details, roles, password, second-factor, recovery-codes, passkey-added, passkey-removed, locked, disabled or enabled.",
                FieldKind.Code,
                "created"),
            Sealed("roles", "The account's roles afterwards.", "Investigator"),
        ]),
        new(TrainingRecorded, 1, "A training certificate was recorded for an account.",
        [
            Account,
            Public("expires", "The day it expires.", FieldKind.Day, "2027-11-22"),
        ]),
        new(PolicyAcknowledged, 1, "A user accepted the policy in force.",
            [Public("policy", "Its version.", FieldKind.Number, "3")]),
    ];
}
