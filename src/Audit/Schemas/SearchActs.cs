using static Transparency.Audit.Schemas.FieldSchema;

namespace Transparency.Audit.Schemas;

/// <summary>Searching, and looking at what a search found.</summary>
public static class SearchActs
{
    public const string Search = "search";
    public const string SearchRefused = "search-refused";
    public const string SecondPersonAsked = "second-person-asked";
    public const string SecondPersonDecided = "second-person-decided";
    public const string PhotoViewed = "photo-viewed";
    public const string ResultsExported = "results-exported";

    private static readonly FieldSchema Purpose =
        Public(CommonFields.Purpose, "The purpose stated, one of those the policy in force lists.", FieldKind.Code, "stolen-vehicle");

    private static readonly FieldSchema[] Query =
    [
        Purpose,
        Public("policy", "The version of the policy in force.", FieldKind.Number, "3"),
        Public("shape", "What was searched for: full-plate, similar-plate (look-alike characters or one character off), partial-plate, pattern, or attributes without a plate.", FieldKind.Code, "partial-plate"),
        Public("attributes", "Which attributes narrowed it (state, colour, make, model, type), never their values.", FieldKind.Label, "colour, make"),
        Public("window-days", "Length of the time window in days, rounded up.", FieldKind.Number, "7"),
        Public("cameras", "How many cameras the search reached.", FieldKind.Number, "12"),
        Sealed("plate", "The plate or pattern as entered.", "7ABC123"),
        Sealed("case-number", "The case or call-for-service number.", "26-104482"),
        Sealed("basis", "The factual basis, in the user's words.", "Vehicle left the scene of a hit and run on Bay Street."),
        Sealed("query", "The whole query: window, areas, cameras and attributes.", "from 2026-11-15T08:00Z to 2026-11-22T08:00Z; areas harbor, old-town"),
    ];

    public static IReadOnlyList<EntrySchema> All { get; } =
    [
        new(Search, 1, "A search was carried out. The entry is committed before its results are shown.",
        [
            .. Query,
            Public("results", "How many detections it found, in steps: 0, 1, 2-10, 11-50, 51-200 or over-200.", FieldKind.Code, "2-10"),
            Sealed("result-count", "The exact number.", "3"),
            Sealed("result-digest", "SHA-256 of the ids of the detections shown, in order, one per line.",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Sealed("cameras-offline", "Cameras within reach that were not reading at some time of the window.", "4, 9"),
        ]),
        new(SearchRefused, 1, "A search was refused. Nothing was searched and nothing shown.",
        [
            .. Query,
            Public("refusal", "Why it was refused.", FieldKind.Code, "no-case-number"),
        ]),
        new(SecondPersonAsked, 1, "A search waits for a second person, as the policy asks for its shape. Nothing was searched.",
        [
            .. Query,
            Public("waits-for", "The first rule that asks for it: area-hours, area-cameras or same-plate.", FieldKind.Code, "area-hours"),
        ]),
        new(SecondPersonDecided, 1, "A supervisor approved or declined a search that waited.",
        [
            Purpose,
            Public("decision", "approved or declined.", FieldKind.Code, "approved"),
            Sealed("request", "The request's id.", "01935f2e-7c1a-7b43-9a51-0c2f5d8e6a10"),
            Sealed("note", "What the second person wrote.", "The window fits the report."),
        ]),
        new(PhotoViewed, 1, "A photograph of a detection was decrypted and shown.",
        [
            Purpose,
            Sealed("search", "The search or alert it was opened from.", "01935f2e-7c1a-7b43-9a51-0c2f5d8e6a10"),
            Sealed("detection", "The detection's id.", "911446353940054017"),
            Sealed("case-number", "The case or call-for-service number.", "26-104482"),
        ]),
        new(ResultsExported, 1, "The results of one search were exported to a file.",
        [
            Purpose,
            Public("rows", "How many detections, in steps as for a search.", FieldKind.Code, "2-10"),
            Sealed("search", "The search exported.", "01935f2e-7c1a-7b43-9a51-0c2f5d8e6a10"),
            Sealed("file-digest", "SHA-256 of the file.", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
            Sealed("case-number", "The case or call-for-service number.", "26-104482"),
        ]),
    ];
}
