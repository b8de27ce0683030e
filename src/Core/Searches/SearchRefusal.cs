namespace Transparency.Core.Searches;

/// <summary>Why a search was not carried out: a code for the log and statistics, and help for the person who asked.</summary>
public sealed record SearchRefusal(string Code, string Help)
{
    public const string NoPolicy = "no-policy";
    public const string AccountUnknown = "account-unknown";
    public const string AccountDisabled = "account-disabled";
    public const string RoleMayNotSearch = "role-may-not-search";
    public const string AgencyNotAllowed = "agency-not-allowed";
    public const string TrainingMissing = "training-missing";
    public const string TrainingExpired = "training-expired";
    public const string PolicyNotAcknowledged = "policy-not-acknowledged";

    public const string PlateInvalid = "plate-invalid";
    public const string PlateTooLong = "plate-too-long";
    public const string PlateOnlyWildcards = "plate-only-wildcards";
    public const string PlateTooVague = "plate-too-vague";
    public const string PlateNotFull = "plate-not-full";
    public const string StateInvalid = "state-invalid";
    public const string VehicleInvalid = "vehicle-invalid";
    public const string WindowInvalid = "window-invalid";
    public const string AreaUnknown = "area-unknown";
    public const string AreaNeeded = "area-needed";
    public const string WindowTooLong = "window-too-long";

    public const string NoPurpose = "no-purpose";
    public const string PurposeUnknown = "purpose-unknown";
    public const string PurposeProhibited = "purpose-prohibited";
    public const string ImmigrationEnforcement = "immigration-enforcement";
    public const string NoCaseNumber = "no-case-number";
    public const string CaseNumberFormat = "case-number-format";
    public const string NoBasis = "no-basis";
    public const string BasisTooShort = "basis-too-short";
    public const string BasisTooLong = "basis-too-long";
    public const string BasisEmptyWords = "basis-empty-words";
    public const string BasisNotWords = "basis-not-words";

    /// <summary>The codes that bring a refused search before the steward.</summary>
    public static IReadOnlyList<string> StewardCodes { get; } = [PurposeProhibited, ImmigrationEnforcement];

    /// <summary>The one code that the record keeps of several: what the steward is to see, else the first; null for none.</summary>
    public static string? ToRecord(IReadOnlyList<SearchRefusal> refusals) =>
        refusals.Count == 0 ? null : refusals.FirstOrDefault(refusal => refusal.IsForSteward, refusals[0]).Code;

    /// <summary>Whether the steward is to look at the refused search: it named a use that the policy prohibits.</summary>
    public bool IsForSteward => StewardCodes.Contains(Code);
}
