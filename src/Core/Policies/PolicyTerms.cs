namespace Transparency.Core.Policies;

/// <summary>
/// What code obeys: the part of a policy that is data. Kept as JSON in <c>policies.terms</c>, published as it stands, and changed only
/// by a new version with a council decision (<see cref="PublishPolicy"/>). Versions are kept for ever: a term added later must have a
/// default that says what held before it.
/// </summary>
public sealed record PolicyTerms
{
    /// <summary>The preset these terms started from: California, Minnesota or Washington.</summary>
    public required string Preset { get; init; }

    /// <summary>Days from a photograph to its destruction, and that of its detection.</summary>
    public required int RetentionDays { get; init; }

    /// <summary>What a search may be for. A search names one of these codes.</summary>
    public required IReadOnlyList<PolicyPurpose> Purposes { get; init; }

    /// <summary>What the system is never used for; their terms are looked for in every reason.</summary>
    public required IReadOnlyList<ProhibitedPurpose> Prohibited { get; init; }

    /// <summary>Accepted forms of a case or call-for-service number. At least one.</summary>
    public required IReadOnlyList<CaseNumberFormat> CaseNumbers { get; init; }

    public required SearchTerms Search { get; init; }

    public required SecondPersonTerms SecondPerson { get; init; }

    public required PublicationTerms Publication { get; init; }

    public required AccountTerms Accounts { get; init; }
}

/// <summary>A permitted purpose.</summary>
/// <param name="Code">Lower-case words joined by hyphens; in searches, the log and statistics.</param>
/// <param name="Label">What people read.</param>
/// <param name="Group">NIBRS grouping: "Crimes against persons", "Crimes against property", "Crimes against society", "Other".</param>
public sealed record PolicyPurpose(string Code, LocalText Label, string Group);

/// <summary>A purpose that is refused, and the words that give it away in a reason.</summary>
/// <param name="Code">Lower-case words joined by hyphens.</param>
/// <param name="Label">What people read.</param>
/// <param name="Terms">Lower-case words or phrases without diacritics; matched at word boundaries, with simple disguises undone.</param>
public sealed record ProhibitedPurpose(string Code, LocalText Label, IReadOnlyList<string> Terms);

/// <summary>One accepted form of a case or call-for-service number.</summary>
/// <param name="Label">What people read, such as "Case number".</param>
/// <param name="Pattern">Regular expression over the whole text, upper case; run without backtracking.</param>
/// <param name="Example">A number of this form, shown as help.</param>
public sealed record CaseNumberFormat(LocalText Label, string Pattern, string Example);

/// <summary>Limits of one search.</summary>
public sealed record SearchTerms
{
    /// <summary>Longest window, in hours, of a search that names no plate; such a search also needs an area.</summary>
    public required int AreaWindowHours { get; init; }

    /// <summary>Characters other than <c>?</c> and <c>*</c> that a plate pattern needs.</summary>
    public required int MinimumKnownCharacters { get; init; }

    /// <summary>Letters and digits that the factual basis needs.</summary>
    public required int MinimumBasisLetters { get; init; }
}

/// <summary>Shapes of search that wait for a supervisor.</summary>
public sealed record SecondPersonTerms
{
    /// <summary>A search without a plate over more than this many hours.</summary>
    public required int AreaHours { get; init; }

    /// <summary>A search without a plate over more than this many cameras.</summary>
    public required int AreaCameras { get; init; }

    /// <summary>The search of one plate that makes more than this many within 30 days, without a warrant number.</summary>
    public required int SamePlateIn30Days { get; init; }
}

/// <summary>What is published, how exactly and how soon.</summary>
public sealed record PublicationTerms
{
    /// <summary>Counts of people's acts below this are shown as "fewer than".</summary>
    public required int SmallNumberThreshold { get; init; }

    public required CameraPrecision CameraLocations { get; init; }

    /// <summary>Whole days between an act and its appearance in published statistics and disclosure files.</summary>
    public required int DelayDays { get; init; }

    /// <summary>Codes of purposes whose acts are opened later than others: an open investigation must not be warned by a disclosure.</summary>
    public IReadOnlyList<string> SensitivePurposes { get; init; } = [];

    /// <summary>Whole days between an act for a sensitive purpose and its appearance; at least <see cref="DelayDays"/>.</summary>
    public int SensitiveDelayDays { get; init; }

    /// <summary>Longest time from an act to its place in the public log's tree.</summary>
    public required int MergeDelaySeconds { get; init; }
}

/// <summary>How exactly the public is told where cameras are.</summary>
public enum CameraPrecision
{
    CountOnly,
    Area,
    Exact,
}

/// <summary>Limits of accounts. The CJIS Security Policy's figures are the floor; see <see cref="PolicyCompleteness"/>.</summary>
public sealed record AccountTerms
{
    public required int SessionIdleMinutes { get; init; }

    public required int LockoutFailures { get; init; }

    public required int LockoutMinutes { get; init; }

    public required int PasswordMinimumLength { get; init; }

    public required int TrainingValidDays { get; init; }
}
