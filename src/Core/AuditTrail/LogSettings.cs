namespace Transparency.Core.AuditTrail;

/// <summary>Section <c>Transparency:Log</c> of the configuration.</summary>
public sealed record LogSettings
{
    /// <summary>
    /// How long an entry may wait before it joins the tree. Entries join in batches, so that neither their order nor the time of a
    /// checkpoint tells when exactly something was done. Null: an hour, and two seconds in a demonstration.
    /// </summary>
    public TimeSpan? MergeDelay { get; init; }

    public TimeSpan MergeDelayOf(bool isDemonstration) => MergeDelay ?? (isDemonstration ? TimeSpan.FromSeconds(2) : TimeSpan.FromHours(1));
}
