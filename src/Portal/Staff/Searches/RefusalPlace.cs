using Transparency.Core.Searches;

namespace Transparency.Portal.Staff.Searches;

/// <summary>Where a refusal belongs: the field that can be put right, and the part of the policy that it rests on.</summary>
internal static class RefusalPlace
{
    public const string Plate = "plate";
    public const string Vehicle = "vehicle";
    public const string Areas = "areas";
    public const string Window = "from";
    public const string Purpose = "purpose";
    public const string CaseNumber = "case-number";
    public const string Basis = "basis";

    /// <summary>The id of a field of the search form; null when no field can put it right.</summary>
    public static string? FieldOf(string code) => code switch
    {
        SearchRefusal.PlateInvalid or SearchRefusal.PlateTooLong or SearchRefusal.PlateOnlyWildcards or SearchRefusal.PlateTooVague
            or SearchRefusal.PlateNotFull => Plate,
        SearchRefusal.StateInvalid or SearchRefusal.VehicleInvalid => Vehicle,
        SearchRefusal.AreaUnknown or SearchRefusal.AreaNeeded => Areas,
        SearchRefusal.WindowInvalid or SearchRefusal.WindowTooLong => Window,
        SearchRefusal.NoPurpose or SearchRefusal.PurposeUnknown => Purpose,
        SearchRefusal.NoCaseNumber or SearchRefusal.CaseNumberFormat => CaseNumber,
        SearchRefusal.NoBasis or SearchRefusal.BasisTooShort or SearchRefusal.BasisTooLong or SearchRefusal.BasisEmptyWords
            or SearchRefusal.BasisNotWords or SearchRefusal.PurposeProhibited or SearchRefusal.ImmigrationEnforcement => Basis,
        _ => null,
    };

    /// <summary>"Part B, authorized people and their training".</summary>
    public static string PolicyPart(string code) => code switch
    {
        SearchRefusal.TrainingMissing or SearchRefusal.TrainingExpired or SearchRefusal.PolicyNotAcknowledged
            or SearchRefusal.RoleMayNotSearch or SearchRefusal.AccountDisabled or SearchRefusal.AccountUnknown
            => "Part B, authorized people and their training",
        SearchRefusal.AgencyNotAllowed => "Part D, sale, sharing and transfer",
        SearchRefusal.WindowInvalid or SearchRefusal.WindowTooLong => "Part G, retention and destruction",
        _ => "Part A, authorized purposes",
    };

    /// <summary>What the person can do outside the search form: an address and the words of its link.</summary>
    public static (string Address, string Words)? Remedy(string code) => code switch
    {
        SearchRefusal.PolicyNotAcknowledged => ("/staff/policy", "Read and accept the policy"),
        SearchRefusal.AccountUnknown => ("/staff/sign-in", "Sign in"),
        _ => null,
    };
}
