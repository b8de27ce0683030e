namespace Transparency.Core.Policies;

/// <summary>
/// What keeps a draft from being published: one of the seven parts missing in a language (Cal. Civ. Code 1798.90.51(b)(2)), or terms
/// that code could not obey or that are looser than a rule the law fixes.
/// </summary>
public static class PolicyCompleteness
{
    // CJIS Security Policy 5.9: idle lock, lockout; NIST SP 800-63B: password as the only secret.
    private const int LongestIdleMinutes = 30;
    private const int MostFailures = 5;
    private const int ShortestLockoutMinutes = 10;
    private const int ShortestPassword = 15;

    // Minn. Stat. 13.824 subd. 3: the longest of the presets. A city that may keep longer changes this with its own law.
    private const int LongestRetentionDays = 60;

    /// <summary>Every gap, in the order of the policy; empty when the draft may be published.</summary>
    public static IReadOnlyList<PolicyGap> Gaps(PolicyWords words, PolicyTerms terms) => [.. WordGaps(words), .. TermGaps(terms)];

    private static IEnumerable<PolicyGap> WordGaps(PolicyWords words) =>
        from part in words.Parts()
        where part.Text is not { IsComplete: true }
        select new PolicyGap(
            $"part-{char.ToLowerInvariant(part.Letter)}",
            $"Part ({part.Letter}), {part.Heading.En}, needs a text in English and in Spanish.");

    private static IEnumerable<PolicyGap> TermGaps(PolicyTerms terms)
    {
        var checks = new (bool Holds, string Code, string Help)[]
        {
            (terms.RetentionDays is >= 1 and <= LongestRetentionDays, "retention", $"Retention must be 1 to {LongestRetentionDays} days."),
            (terms.Purposes.Count > 0 && terms.Purposes.All(p => p.Label.IsComplete && PolicyCode.IsValid(p.Code)),
                "purposes", "At least one purpose is needed, each with a code and a label in both languages."),
            (terms.Purposes.Select(p => p.Code).Concat(terms.Prohibited.Select(p => p.Code)).Distinct().Count()
                    == terms.Purposes.Count + terms.Prohibited.Count,
                "purpose-twice", "A purpose is listed twice, or is both permitted and prohibited."),
            (terms.Prohibited.Any(p => p.Code == PolicyCode.Immigration && p.Terms.Count > 0),
                "immigration", "Immigration enforcement must be among the prohibited purposes, with the words that give it away."),
            (terms.CaseNumbers.Count > 0 && terms.CaseNumbers.All(PolicyCode.IsUsable),
                "case-numbers", "At least one case-number format is needed, and each format must accept its own example."),
            (terms.Search.AreaWindowHours is >= 1 and <= 24 * 7, "area-window", "A search without a plate may span 1 to 168 hours."),
            (terms.Search.MinimumKnownCharacters is >= 1 and <= 7, "known-characters", "A plate pattern must need 1 to 7 known characters."),
            (terms.Search.MinimumBasisLetters is >= 5 and <= 200, "basis", "The factual basis must need 5 to 200 letters."),
            (terms.Publication.SmallNumberThreshold is >= 1 and <= 100, "small-numbers", "The small-number threshold must be 1 to 100."),
            (terms.Publication.DelayDays is >= 0 and <= 90, "publication-delay", "Publication may wait 0 to 90 days."),
            (terms.Publication.MergeDelaySeconds is >= 1 and <= 86_400, "merge-delay", "The log's merge delay must be 1 second to 24 hours."),
            (terms.Accounts.SessionIdleMinutes is >= 1 and <= LongestIdleMinutes,
                "idle", $"Sessions must lock after at most {LongestIdleMinutes} idle minutes."),
            (terms.Accounts.LockoutFailures is >= 1 and <= MostFailures,
                "lockout-failures", $"Accounts must lock after at most {MostFailures} failures."),
            (terms.Accounts.LockoutMinutes >= ShortestLockoutMinutes,
                "lockout-minutes", $"Accounts must stay locked for at least {ShortestLockoutMinutes} minutes."),
            (terms.Accounts.PasswordMinimumLength >= ShortestPassword,
                "password", $"Passwords must be at least {ShortestPassword} characters."),
        };
        return checks.Where(check => !check.Holds).Select(check => new PolicyGap(check.Code, check.Help));
    }
}

/// <summary>Why a draft cannot be published.</summary>
public sealed record PolicyGap(string Code, string Help);
