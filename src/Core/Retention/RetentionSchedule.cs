using Transparency.Core.Policies;

namespace Transparency.Core.Retention;

/// <summary>
/// When a detection is due for destruction: so many days after its capture as the strictest policy said that was in force at any time
/// since then. A shorter retention therefore acts on what is already stored; a longer one only on what is read from then on. Nothing
/// of a detection under hold is due.
/// </summary>
public static class RetentionSchedule
{
    /// <summary>Whether a detection is due.</summary>
    public static bool IsDue(IReadOnlyCollection<PolicyVersion> versions, DateTimeOffset capturedAt, DateTimeOffset now, bool isHeld) =>
        !isHeld && Cutoff(versions, now) is { } cutoff && capturedAt < cutoff;

    /// <summary>
    /// Everything captured before this instant is due, nothing captured at or after it; null when no policy has been in force yet.
    /// The instant never moves back as time goes on.
    /// </summary>
    public static DateTimeOffset? Cutoff(IReadOnlyCollection<PolicyVersion> versions, DateTimeOffset now)
    {
        // Of versions that begin at the same instant only the last was ever in force.
        var begun = versions.Where(version => version.Effective <= now)
            .GroupBy(version => version.Effective)
            .Select(same => same.MaxBy(version => version.Version)!)
            .OrderBy(version => version.Effective)
            .ToList();
        var ends = begun.Skip(1).Select(next => next.Effective).Append(DateTimeOffset.MaxValue);

        // A version judges what was captured before its time ran out; an instant at which that was due stays due.
        return begun.Zip(ends, (version, end) => Earlier(now.AddDays(-version.Terms.RetentionDays), end)).Cast<DateTimeOffset?>().Max();
    }

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
