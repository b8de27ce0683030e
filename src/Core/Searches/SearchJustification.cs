using Transparency.Core.Policies;

namespace Transparency.Core.Searches;

/// <summary>
/// Whether a reason is one the policy in force accepts: a permitted purpose, a case or call-for-service number of a known form, and a
/// factual basis in words (Cal. Civ. Code 1798.90.52; configured policy). The words are looked through for prohibited uses.
/// </summary>
public static class SearchJustification
{
    /// <summary>The widths of the columns; longer text is refused, and cut in the record of the refusal.</summary>
    public const int LongestCaseNumber = 40;
    public const int LongestBasis = 2000;

    private const int FewestTellingWords = 3;

    /// <summary>Every reason to refuse, in the order of the form; empty when the justification is accepted.</summary>
    public static IReadOnlyList<SearchRefusal> Check(PolicyTerms terms, string purpose, string caseNumber, string basis)
    {
        // What is too long to keep is too long to read through.
        var readable = basis.Length <= LongestBasis ? basis : basis[..LongestBasis];
        return new[]
        {
            Purpose(terms, purpose),
            CaseNumber(terms, caseNumber.Trim()),
            Prohibited(terms, $"{readable} \n {(caseNumber.Length <= LongestCaseNumber ? caseNumber : "")}"),
            Basis(terms, basis, readable),
        }.OfType<SearchRefusal>().ToList();
    }

    private static SearchRefusal? Purpose(PolicyTerms terms, string purpose)
    {
        if (string.IsNullOrWhiteSpace(purpose))
        {
            return new(SearchRefusal.NoPurpose, "Choose the purpose of the search.");
        }

        if (terms.Prohibited.FirstOrDefault(p => p.Code == purpose) is { } prohibited)
        {
            return Refuse(prohibited);
        }

        return terms.Purposes.Any(p => p.Code == purpose)
            ? null
            : new(SearchRefusal.PurposeUnknown, "This purpose is not one of those the policy in force permits.");
    }

    private static SearchRefusal? CaseNumber(PolicyTerms terms, string number)
    {
        if (number.Length == 0)
        {
            return new(SearchRefusal.NoCaseNumber, "Enter the case number or the call-for-service number.");
        }

        var isForm = number.Length <= LongestCaseNumber && terms.CaseNumbers.Any(format => PolicyCode.Accepts(format, number));
        return isForm && !IsPlaceholder(number)
            ? null
            : new(SearchRefusal.CaseNumberFormat,
                "This is not a number of the expected form: "
                + string.Join(" or ", terms.CaseNumbers.Select(format => $"{format.Label.En}, such as {format.Example}")) + ".");
    }

    private static SearchRefusal? Prohibited(PolicyTerms terms, string words)
    {
        var text = ReasonText.Of(words);
        return terms.Prohibited.FirstOrDefault(purpose => purpose.Terms.Any(text.Contains)) is { } found ? Refuse(found) : null;
    }

    private static SearchRefusal? Basis(PolicyTerms terms, string basis, string readable)
    {
        if (string.IsNullOrWhiteSpace(basis))
        {
            return new(SearchRefusal.NoBasis, "Say in words what happened and why this vehicle matters.");
        }

        if (basis.Length > LongestBasis)
        {
            return new(SearchRefusal.BasisTooLong, $"The factual basis may be at most {LongestBasis} characters.");
        }

        var words = ReasonText.Of(readable).Words;
        var telling = words.Where(word => !ReasonWords.SaysNothing(word)).Distinct().ToList();
        var mashed = words.Where(ReasonWords.IsMash).Sum(word => word.Length);
        if (mashed > 0 && mashed * 2 >= words.Sum(word => word.Length))
        {
            return new(SearchRefusal.BasisNotWords, "This does not read as words. Say in words what happened and why this vehicle matters.");
        }

        if (telling.Count == 0)
        {
            return new(SearchRefusal.BasisEmptyWords,
                "Words such as \"investigation\" or \"test\" do not say why. Say what happened, when and where.");
        }

        return telling.Count < FewestTellingWords || readable.Count(char.IsLetterOrDigit) < terms.Search.MinimumBasisLetters
            ? new(SearchRefusal.BasisTooShort, "Say a little more: what happened, when and where, and why this vehicle matters.")
            : null;
    }

    private static SearchRefusal Refuse(ProhibitedPurpose purpose) => purpose.Code == PolicyCode.Immigration
        ? new(SearchRefusal.ImmigrationEnforcement,
            "The policy prohibits any use for immigration enforcement. This refusal is recorded and reported to the data steward.")
        : new(SearchRefusal.PurposeProhibited,
            $"The policy prohibits this use: {purpose.Label.En}. This refusal is recorded and reported to the data steward.");

    // 00-000000, 99-999999, 12-345678: of the right form, and nobody's number.
    private static bool IsPlaceholder(string number)
    {
        var digits = string.Concat(number.Where(char.IsAsciiDigit));
        return digits.Length >= 5
            && (digits.Distinct().Count() == 1 || "01234567890".Contains(digits, StringComparison.Ordinal) || digits[^5..].All(c => c == '0'));
    }
}
