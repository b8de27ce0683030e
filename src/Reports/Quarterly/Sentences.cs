using System.Globalization;
using Transparency.Reports.Charts;
using Transparency.Reports.Figures;

namespace Transparency.Reports.Quarterly;

/// <summary>Titles of charts, made of the data they show. Pure.</summary>
public static class Sentences
{
    /// <summary>"Weekdays carry more traffic than weekends: 14,203 against 9,871 vehicles a day", or the plain mean where only one kind was measured.</summary>
    public static string WeekRhythm(IReadOnlyList<DayValue> days)
    {
        var (weekend, weekday) = (Mean(days.Where(d => d.IsWeekend)), Mean(days.Where(d => !d.IsWeekend)));
        return (weekday, weekend) switch
        {
            (null, null) => "Vehicles read each day",
            ({ } one, null) => $"Cameras read {NumberText.Count(one)} vehicles on an average day",
            (null, { } one) => $"Cameras read {NumberText.Count(one)} vehicles on an average day",
            ({ } a, { } b) when a > b => $"Weekdays are busier: {NumberText.Count(a)} vehicles on an average weekday, {NumberText.Count(b)} on a weekend day",
            ({ } a, { } b) => $"Weekends are as busy as weekdays or busier: {NumberText.Count(b)} vehicles on a weekend day, {NumberText.Count(a)} on a weekday",
        };
    }

    /// <summary>"“Stolen vehicle” was the most frequent purpose: 41.1 % of searches answered", or only what is counted where nothing was.</summary>
    public static string MostFrequent(IReadOnlyList<RankedItem> items, string kind, string whole)
    {
        var total = items.Sum(i => i.Value);
        return total == 0
            ? $"{char.ToUpper(whole[0], CultureInfo.InvariantCulture)}{whole[1..]} by {kind}"
            : $"“{Shorten(items.MaxBy(i => i.Value)!.Label)}” was the most frequent {kind}: {NumberText.Share(items.Max(i => i.Value), total)} of {whole}";
    }

    /// <summary>"Harbor saw the most vehicles: 28.0 % of all"; where nothing was read, "No vehicle was read in any area".</summary>
    public static string BusiestArea(IReadOnlyList<CameraArea> areas)
    {
        var total = areas.Sum(a => a.Reads);
        var first = areas.MaxBy(a => a.Reads);
        return first is null || total == 0
            ? "No vehicle was read in any area"
            : $"{Shorten(first.Name)} saw the most vehicles: {NumberText.Share(first.Reads, total)} of all";
    }

    /// <summary>At most sixty characters, cut with an ellipsis: a title is no place for a name of three hundred.</summary>
    public static string Shorten(string text) => text.Length <= 60 ? text : text[..59].TrimEnd() + "…";

    private static long? Mean(IEnumerable<DayValue> days)
    {
        var measured = days.Where(d => d.Value is not null).ToArray();
        return measured.Length == 0 ? null : (long)Math.Round(measured.Average(d => (double)d.Value!));
    }
}
