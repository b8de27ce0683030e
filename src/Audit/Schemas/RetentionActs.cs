using static Transparency.Audit.Schemas.FieldSchema;

namespace Transparency.Audit.Schemas;

/// <summary>Deleting, and the few reasons to keep longer.</summary>
public static class RetentionActs
{
    public const string Purge = "purge";
    public const string HoldPlaced = "hold-placed";
    public const string HoldReleased = "hold-released";
    public const string Suppression = "suppression";

    private static readonly FieldSchema[] Hold =
    [
        Public("detections", "How many detections it keeps.", FieldKind.Number, "2"),
        Public("until", "The day it ends.", FieldKind.Day, "2027-02-20"),
        Sealed("hold", "The hold's id.", "01935f2e-7c1a-7b43-9a51-0c2f5d8e6a10"),
        Sealed("case-number", "The case it belongs to.", "26-104482"),
        Sealed("approver", "Who approved it.", "Lt. M. Osei"),
    ];

    public static IReadOnlyList<EntrySchema> All { get; } =
    [
        new(Purge, 1, "Detections and photographs past the policy's age were destroyed, with the key of their day.",
        [
            Public("before", "Everything captured before this day is gone, except what a hold keeps.", FieldKind.Day, "2026-10-23"),
            Public("retention-days", "The age the policy sets.", FieldKind.Number, "30"),
            Public("detections", "Detections destroyed.", FieldKind.Number, "6912"),
            Public("photographs", "Photographs destroyed.", FieldKind.Number, "6912"),
            Public("keys", "Day keys destroyed.", FieldKind.Number, "1"),
            Public("held", "Detections of that age that holds keep.", FieldKind.Number, "2"),
            Sealed("range", "The ids destroyed, first and last.", "908853944320000001 to 908943217664004095"),
            Sealed("key-ids", "The identifiers of the keys destroyed.", "photo-2026-10-22"),
        ]),
        new(HoldPlaced, 1, "Detections were held beyond the policy's age for one case.", Hold),
        new(HoldReleased, 1, "A hold ended and what it kept was destroyed.",
        [
            .. Hold,
            Public("reason", "expired, released or case-closed.", FieldKind.Code, "expired"),
        ]),
        new(Suppression, 1, "Reads of a protected vehicle were destroyed and will be dropped. The plate is written nowhere.",
        [
            Public("legal-basis", "court-order or statute.", FieldKind.Code, "statute"),
            Public("change", "added or removed.", FieldKind.Code, "added"),
            Sealed("detections", "How many were destroyed.", "3"),
        ]),
    ];
}
