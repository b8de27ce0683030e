using Transparency.Audit.Schemas;
using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;

namespace Transparency.Core.Sharing;

/// <summary>The log entry of every change to the sharing list.</summary>
internal static class ShareChange
{
    public const string Requested = "requested";
    public const string Refused = "refused";
    public const string Agreed = "agreed";
    public const string Changed = "changed";
    public const string Suspended = "suspended";
    public const string Resumed = "resumed";

    /// <param name="partner">The other agency.</param>
    /// <param name="direction">See <see cref="SharingDirection"/>.</param>
    /// <param name="change">One of the constants here.</param>
    /// <param name="reason">A code: of <see cref="SharingReason"/>, or the ground of a suspension.</param>
    /// <param name="words">The reason in words, for the internal record.</param>
    public static AuditEvent Event(Agency partner, string direction, string change, string reason, string words) => new(
        SharingActs.ShareChange,
        [
            new("partner", partner.Id),
            new("partner-name", partner.Name.Length <= FieldValue.LongestLabel ? partner.Name : partner.Name[..FieldValue.LongestLabel]),
            new("direction", direction),
            new("change", change),
            new("reason", reason),
        ])
    {
        Elements = $"sharing with {partner.Name}, {direction}",
        Outcome = words.Length == 0 ? change : words,
    };
}
