using Transparency.Core.Alerts;
using Transparency.Core.HotLists;

namespace Transparency.Portal.Staff.Alerts;

/// <summary>How alerts are said in words.</summary>
internal static class AlertWords
{
    public static string Kind(string kind) => kind switch
    {
        "" => "Entry no longer listed",
        HotListKind.AmberAlert => "AMBER alert",
        HotListKind.LocalCase => "Own case",
        _ => char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' '),
    };

    public static string Disposition(string code) => code switch
    {
        Core.Alerts.Disposition.Located => "Vehicle located",
        Core.Alerts.Disposition.Recovered => "Vehicle or plate recovered",
        Core.Alerts.Disposition.Arrest => "Arrest",
        Core.Alerts.Disposition.Unfounded => "Located, suspicion unfounded",
        Core.Alerts.Disposition.Misread => "Plate misread",
        Core.Alerts.Disposition.WrongState => "Wrong state",
        Core.Alerts.Disposition.Stale => "Entry no longer valid",
        _ => "Not located",
    };

    public static string Step(BoardAlert alert) => alert switch
    {
        { ClosedMs: not null } => Disposition(alert.Disposition!),
        { Verification: Verification.Confirmed } => "Confirmed, open",
        { Verification: { } found } => $"{Disposition(found)}, open",
        { AcknowledgedMs: not null } => $"With {alert.AcknowledgedBy ?? "an officer"}",
        _ => "Waiting",
    };

    /// <summary>The outcomes that agree with what was found.</summary>
    public static IReadOnlyList<string> Outcomes(BoardAlert alert) => alert.Verification switch
    {
        null => [],
        Verification.Confirmed => [.. Core.Alerts.Disposition.All.Except(Core.Alerts.Disposition.Errors)],
        { } wrong => [wrong],
    };

    /// <summary>"3 minutes ago", "2 days ago".</summary>
    public static string Ago(TimeSpan age) => age switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalMinutes: < 60 } => Count((int)age.TotalMinutes, "minute"),
        { TotalHours: < 48 } => Count((int)age.TotalHours, "hour"),
        _ => Count((int)age.TotalDays, "day"),
    };

    private static string Count(int number, string unit) => $"{number} {unit}{(number == 1 ? "" : "s")} ago";
}
