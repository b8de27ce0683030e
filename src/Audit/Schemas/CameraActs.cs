using static Transparency.Audit.Schemas.FieldSchema;

namespace Transparency.Audit.Schemas;

/// <summary>Cameras, and what they read.</summary>
public static class CameraActs
{
    public const string CameraLive = "camera-live";
    public const string CameraOff = "camera-off";
    public const string CameraChange = "camera-change";
    public const string CameraRefused = "camera-refused";
    public const string IngestRefused = "ingest-refused";

    private static readonly FieldSchema[] Camera =
    [
        Public("camera", "The camera's number.", FieldKind.Number, "4"),
        Public("area", "The area it stands in.", FieldKind.Code, "harbor"),
        Public("approval", "The council decision that covers it.", FieldKind.Label, "Resolution 2026-41"),
        Sealed("site", "Where exactly it stands.", "Pier 3, facing north"),
    ];

    public static IReadOnlyList<EntrySchema> All { get; } =
    [
        new(CameraLive, 1, "A camera was switched on under a recorded council decision.", Camera),
        new(CameraOff, 1, "A camera was paused or removed.",
        [
            .. Camera,
            Public("reason", "paused, removed or approval-ended.", FieldKind.Code, "removed"),
        ]),
        new(CameraChange, 1, "A camera was added, moved or changed.",
        [
            .. Camera,
            Public("change", "added, moved, moved-temporarily, feed, renamed, key-issued or key-revoked.", FieldKind.Code, "added"),
            Public("until", "For a temporary move, the day it ends.", FieldKind.Day, "2026-12-06"),
        ]),
        new(CameraRefused, 1, "Switching a camera on was refused: no council decision covers it, or no policy is in force.",
        [
            .. Camera,
            Public("reason", "Why.", FieldKind.Code, "no-approval"),
        ]),
        new(IngestRefused, 1, "Reads of a camera were refused and not stored: no decision covers it, or no policy is in force.",
        [
            Public("camera", "The camera's number; empty where it is not known here.", FieldKind.Number, "13"),
            Public("reason", "Why.", FieldKind.Code, "no-approval"),
            Public("reads", "How many reads were refused.", FieldKind.Number, "128"),
        ]),
    ];
}
