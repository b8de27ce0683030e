using Transparency.Core.Statistics;

namespace Transparency.Portal.Public.Periods;

/// <summary>A period offered as a link.</summary>
public sealed record NamedPeriod(NamedPeriodKind Kind, Period Period)
{
    /// <summary>What a reader is likely to want, cut to the days that have figures; what has none is left out.</summary>
    public static IReadOnlyList<NamedPeriod> Offered(DateOnly today, DateOnly first)
    {
        var quarter = Quarter.Of(today);
        var before = quarter.Before.Period;
        (NamedPeriodKind Kind, DateOnly From, DateOnly To)[] wanted =
        [
            (NamedPeriodKind.SevenDays, today.AddDays(-6), today),
            (NamedPeriodKind.ThirtyDays, today.AddDays(-29), today),
            (NamedPeriodKind.ThisQuarter, quarter.Period.From, today),
            (NamedPeriodKind.QuarterBefore, before.From, before.To),
            (NamedPeriodKind.ThisYear, new DateOnly(today.Year, 1, 1), today),
            (NamedPeriodKind.Everything, first, today),
        ];
        return
        [
            .. from one in wanted
               let inside = PeriodChoice.Inside(one.From, one.To, first, today)
               where inside is not null
               group new NamedPeriod(one.Kind, inside.Value) by inside.Value into same
               select same.First(),
        ];
    }
}

public enum NamedPeriodKind
{
    SevenDays,
    ThirtyDays,
    ThisQuarter,
    QuarterBefore,
    ThisYear,
    Everything,
}
