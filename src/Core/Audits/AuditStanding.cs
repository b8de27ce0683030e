using Transparency.Core.Agencies;

namespace Transparency.Core.Audits;

/// <summary>Rule: how an audit stands on a day. An audit that is late is shown as overdue until it is completed.</summary>
/// <param name="State">What to show.</param>
/// <param name="Days">Until it is due (0 = today), or since it was due; for a completed one, how many days late it was (0 = on time).</param>
public readonly record struct AuditStanding(AuditState State, int Days)
{
    public static AuditStanding On(AuditRecord audit, DateOnly day)
    {
        if (!City.TryDay(audit.DueDay, out var due))
        {
            return new AuditStanding(AuditState.Overdue, 0);
        }

        if (City.TryDay(audit.CompletedDay, out var completed))
        {
            return new AuditStanding(AuditState.Completed, Math.Max(0, completed.DayNumber - due.DayNumber));
        }

        return day <= due
            ? new AuditStanding(AuditState.Due, due.DayNumber - day.DayNumber)
            : new AuditStanding(AuditState.Overdue, day.DayNumber - due.DayNumber);
    }
}

public enum AuditState
{
    Due,
    Overdue,
    Completed,
}
