using static Transparency.Audit.Schemas.FieldSchema;

namespace Transparency.Audit.Schemas;

/// <summary>What the log says of itself, and each day's totals.</summary>
public static class LogActs
{
    public const string LogOpened = "log-opened";
    public const string DailyTotals = "daily-totals";
    public const string FieldOpened = "field-opened";
    public const string SaltDestroyed = "salt-destroyed";
    public const string KeyChange = "key-change";

    public static IReadOnlyList<EntrySchema> All { get; } =
    [
        new(LogOpened, 1, "The log was opened: its first entry.",
        [
            Public("origin", "The log's origin line.", FieldKind.Label, "marisol-bay.example/log"),
            Public("key", "The verifier key its checkpoints are signed with.", FieldKind.Label,
                "marisol-bay.example/log+5133f263+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"),
        ]),
        new(DailyTotals, 1, "What the cameras read on one day. The entry bears the day it counts and is made after that day ended.",
        [
            Public("date", "The day counted.", FieldKind.Day, "2026-11-21"),
            Public("reads", "Vehicles read in the whole city.", FieldKind.Number, "6940"),
            Public("reads-by-area", "Vehicles read in each area.", FieldKind.Counts, """{"airport-road":880,"harbor":1412,"old-town":960}"""),
            Public("cameras", "Cameras that read at least one vehicle.", FieldKind.Number, "12"),
            Public("alerts", "Alerts raised.", FieldKind.Number, "9"),
        ]),
        new(FieldOpened, 1, "One sealed field of one entry was shown to an auditor, with proof.",
        [
            Public("field", "Which field.", FieldKind.Code, "case-number"),
            Sealed("entry", "Of which entry.", "01935f2e-7c1a-7b43-9a51-0c2f5d8e6a10"),
            Sealed("auditor", "To whom.", "City Auditor"),
        ]),
        new(SaltDestroyed, 1, "The salts of a field were destroyed by order of a court or statute: nobody can open it any more.",
        [
            Public("legal-basis", "court-order or statute.", FieldKind.Code, "court-order"),
            Public("fields", "How many fields.", FieldKind.Number, "1"),
            Sealed("entry", "Of which entries.", "01935f2e-7c1a-7b43-9a51-0c2f5d8e6a10"),
        ]),
        new(KeyChange, 1, "A key of the log was added, or one ended.",
        [
            Public("change", "added, retired, or compromised where somebody else may have it.", FieldKind.Code, "added"),
            Public("key", "Its verifier key.", FieldKind.Label,
                "marisol-bay.example/log+5133f263+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4"),
        ]),
    ];
}
