using System.Globalization;
using Transparency.Core.Statistics;

namespace Transparency.Portal.Public.Periods;

/// <summary>
/// The period a reader asked for, made of what the address says. Whatever was written, a page can be shown: what does not fit is
/// corrected and said, and what was typed is kept for the form.
/// </summary>
public sealed record PeriodChoice
{
    /// <summary>Days without an answer in the address.</summary>
    public const int UsualDays = 30;

    public required Period Period { get; init; }

    public required string FromText { get; init; }

    public required string ToText { get; init; }

    /// <summary>What was wrong, if anything was.</summary>
    public PeriodProblem Problem { get; init; }

    /// <param name="from">As typed, or null.</param>
    /// <param name="to">As typed, or null.</param>
    /// <param name="today">The last day that can be asked for.</param>
    /// <param name="first">The first day with figures.</param>
    public static PeriodChoice Read(string? from, string? to, DateOnly today, DateOnly first)
    {
        var usual = Period.EndingWith(today, UsualDays);
        if (string.IsNullOrWhiteSpace(from) && string.IsNullOrWhiteSpace(to))
        {
            return Of(usual);
        }

        if (!TryRead(from, usual.From, out var start) || !TryRead(to, today, out var end))
        {
            return Of(usual) with { FromText = Kept(from), ToText = Kept(to), Problem = PeriodProblem.NotADay };
        }

        if (string.IsNullOrWhiteSpace(from) && start > end)
        {
            start = end;
        }

        if (start > end)
        {
            return Of(usual) with { FromText = Kept(from), ToText = Kept(to), Problem = PeriodProblem.Backwards };
        }

        return Inside(start, end, first, today) is { } inside
            ? Of(inside) with { Problem = inside == new Period(start, end) ? PeriodProblem.None : PeriodProblem.Shortened }
            : Of(usual) with { FromText = Kept(from), ToText = Kept(to), Problem = PeriodProblem.NoFigures };
    }

    /// <summary>The days of a period that lie between two others; null when there are none.</summary>
    internal static Period? Inside(DateOnly from, DateOnly to, DateOnly first, DateOnly last)
    {
        var start = from > first ? from : first;
        var end = to < last ? to : last;
        return start <= end ? new Period(start, end) : null;
    }

    /// <summary>A period as the address of a page carries it: "from=2026-07-01&amp;to=2026-09-30".</summary>
    public static string Query(Period period) => $"from={period.FromDay}&to={period.ToDay}";

    private static PeriodChoice Of(Period period) => new()
    {
        Period = period,
        FromText = period.FromDay,
        ToText = period.ToDay,
    };

    private static bool TryRead(string? text, DateOnly usual, out DateOnly day)
    {
        day = usual;
        return string.IsNullOrWhiteSpace(text)
            || DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
    }

    private static string Kept(string? text) => text is null ? "" : text[..Math.Min(text.Length, 40)];
}

/// <summary>Why the period shown is not the one asked for.</summary>
public enum PeriodProblem
{
    None,

    /// <summary>A field is no day written yyyy-MM-dd.</summary>
    NotADay,

    /// <summary>The first day is after the last.</summary>
    Backwards,

    /// <summary>Every day asked for is before the records begin or after today.</summary>
    NoFigures,

    /// <summary>Some days asked for are before the records begin or after today; the rest is shown.</summary>
    Shortened,
}
