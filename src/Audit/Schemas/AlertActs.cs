using static Transparency.Audit.Schemas.FieldSchema;

namespace Transparency.Audit.Schemas;

/// <summary>Hot lists and the alerts they raise.</summary>
public static class AlertActs
{
    public const string AlertRaised = "alert-raised";
    public const string AlertAcknowledged = "alert-acknowledged";
    public const string AlertVerified = "alert-verified";
    public const string AlertDisposition = "alert-disposition";
    public const string HotListChange = "hot-list-change";

    private static readonly FieldSchema[] Alert =
    [
        Public("list-kind", "The kind of hot list that matched.", FieldKind.Code, "stolen-vehicle"),
        Sealed("alert", "The alert's id.", "01935f2e-7c1a-7b43-9a51-0c2f5d8e6a10"),
        Sealed("plate", "The plate read.", "7ABC123"),
    ];

    public static IReadOnlyList<EntrySchema> All { get; } =
    [
        new(AlertRaised, 1, "A read matched a hot list and an alert was raised. It is a lead, not a finding.",
        [
            .. Alert,
            Sealed("detection", "The detection's id.", "911446353940054017"),
            Sealed("camera", "The camera that read it.", "4"),
        ]),
        new(AlertAcknowledged, 1, "An officer took an alert on.", Alert),
        new(AlertVerified, 1, "Somebody compared photograph, state and list entry before anyone acted on the alert.",
        [
            .. Alert,
            Public("verification", "confirmed, misread, wrong-state or stale.", FieldKind.Code, "confirmed"),
        ]),
        new(AlertDisposition, 1, "An alert was closed with what came of it.",
        [
            .. Alert,
            Public("disposition", "What came of it.", FieldKind.Code, "vehicle-recovered"),
            Public("verification", "confirmed, misread, wrong-state, stale, or empty when it was closed unverified.", FieldKind.Code, "confirmed"),
        ]),
        new(HotListChange, 1, "A hot list was imported, refreshed, switched on or off, or removed.",
        [
            Public("list", "The list's name.", FieldKind.Label, "State stolen vehicles"),
            Public("list-kind", "The kind of list.", FieldKind.Code, "stolen-vehicle"),
            Public("change", "imported, import-refused, refreshed, enabled, disabled or removed.", FieldKind.Code, "refreshed"),
            Public("listed", "Plates on the list afterwards.", FieldKind.Number, "1840"),
            Public("left-out", "Plates of the source that were not taken over, because the policy forbids their kind.", FieldKind.Number, "0"),
        ]),
    ];
}
