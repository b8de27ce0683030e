using System.Globalization;
using Transparency.Core.Alerts;
using Transparency.Core.Policies;
using Transparency.Core.Searches;

namespace Transparency.Portal.Public.Statistics;

/// <summary>Codes of the statistics in words, before translation. A code without words of its own is shown as it is, in words.</summary>
internal static class StatisticsWords
{
    public static string Outcome(string code) => code switch
    {
        Disposition.Located => "Vehicle found",
        Disposition.Recovered => "Stolen vehicle or plate recovered",
        Disposition.Arrest => "Arrest",
        Disposition.Unfounded => "Vehicle found, suspicion proved wrong",
        Disposition.Misread => "Error: the camera misread the plate",
        Disposition.WrongState => "Error: plate of another state",
        Disposition.Stale => "Error: the list entry was out of date",
        Disposition.NotLocated => "Vehicle not found",
        _ => Plain(code),
    };

    public static string Refusal(string code) => code switch
    {
        SearchRefusal.NoPolicy => "No policy was in force",
        SearchRefusal.AccountUnknown or SearchRefusal.AccountDisabled => "Account not valid",
        SearchRefusal.RoleMayNotSearch => "The person's role may not search",
        SearchRefusal.AgencyNotAllowed => "The agency has no agreement in force",
        SearchRefusal.TrainingMissing => "No training on record",
        SearchRefusal.TrainingExpired => "Training expired",
        SearchRefusal.PolicyNotAcknowledged => "Policy in force not accepted",
        SearchRefusal.PlateOnlyWildcards or SearchRefusal.PlateTooVague => "Plate pattern too vague",
        SearchRefusal.AreaNeeded => "No plate and no area named",
        SearchRefusal.WindowTooLong => "Time window too long",
        SearchRefusal.NoPurpose => "No purpose stated",
        SearchRefusal.PurposeUnknown => "Purpose not permitted by the policy",
        SearchRefusal.PurposeProhibited => "Prohibited purpose",
        SearchRefusal.ImmigrationEnforcement => "Prohibited: immigration enforcement",
        SearchRefusal.NoCaseNumber => "No case number",
        SearchRefusal.CaseNumberFormat => "Not a valid case number",
        SearchRefusal.NoBasis => "No factual basis stated",
        SearchRefusal.BasisTooShort => "Factual basis too short",
        SearchRefusal.BasisEmptyWords or SearchRefusal.BasisNotWords => "Factual basis says nothing",
        _ => Plain(code),
    };

    /// <summary>The policy's own label; a purpose of an earlier policy is shown by its code.</summary>
    public static string Purpose(PolicyVersion? policy, string code) =>
        policy?.Terms.Purposes.FirstOrDefault(p => p.Code == code)?.Label.In(CultureInfo.CurrentUICulture.Name) ?? Plain(code);

    private static string Plain(string code) =>
        code.Length == 0 ? "Not stated" : char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');
}
