using Microsoft.Extensions.Localization;
using Transparency.Core.Statistics;
using Transparency.Portal.Public.Tables;

namespace Transparency.Portal.Public.Statistics;

/// <summary>The tables of the statistics page but the daily one. Each is also a download under its name.</summary>
internal static class StatisticsTables
{
    /// <summary>By the name in the download's address: /statistics/areas.csv.</summary>
    public static IReadOnlyDictionary<string, Func<IStringLocalizer, PeriodStatistics, PublicTable>> ByName { get; } =
        new Dictionary<string, Func<IStringLocalizer, PeriodStatistics, PublicTable>>
        {
            ["areas"] = Areas,
            ["lists"] = Lists,
            ["outcomes"] = Outcomes,
            ["purposes"] = Purposes,
            ["refusals"] = Refusals,
            ["agencies"] = Agencies,
        };

    public static PublicTable Areas(IStringLocalizer text, PeriodStatistics statistics)
    {
        var hits = statistics.HitsByArea.Areas.ToDictionary(area => area.AreaId, area => area.Value);
        return PublicTable.Of(
            text["Vehicles read and hits by area"],
            statistics.VehiclesByArea.Areas,
            [
                new("area", text["Area"], "A part of the city.", area => Cell.Text(area.Name)),
                new("vehicles_read", text["Vehicles read"], Measures.Find(Measures.Reads).Definition, area => Count(text, area.Value), isNumber: true),
                new("hits", text["Hits"], Measures.Find(Measures.Hits).Definition, area => Count(text, hits.GetValueOrDefault(area.AreaId)), isNumber: true),
            ]);
    }

    public static PublicTable Lists(IStringLocalizer text, PeriodStatistics statistics) => Categories(
        text["Alerts by hot list"], "list", text["Hot list"], "The list that the plate is on.", "alerts", text["Alerts"],
        statistics.AlertsByList, text, name => name);

    public static PublicTable Outcomes(IStringLocalizer text, PeriodStatistics statistics) => Categories(
        text["What came of the alerts"], "outcome", text["Outcome"], "What an officer recorded when closing the alert.", "alerts", text["Alerts"],
        statistics.Alerts.Closed, text, StatisticsWords.Outcome);

    public static PublicTable Purposes(IStringLocalizer text, PeriodStatistics statistics) => Categories(
        text["Searches by purpose"], "purpose", text["Purpose"], "The purpose the searcher named, one of the policy's.", "searches", text["Searches"],
        statistics.SearchesByPurpose, text, code => StatisticsWords.Purpose(statistics.Policy, code));

    public static PublicTable Refusals(IStringLocalizer text, PeriodStatistics statistics) => Categories(
        text["Refused searches by reason"], "reason", text["Reason"], "The first rule that the search broke.", "refused", text["Refused"],
        statistics.RefusedByReason, text, StatisticsWords.Refusal);

    public static PublicTable Agencies(IStringLocalizer text, PeriodStatistics statistics) => PublicTable.Of(
        text["Searches by agency"],
        statistics.Agencies,
        [
            new("agency", text["Agency"], "Whose officer searched, or tried to.", use => Cell.Text(use.Name)),
            new("searches", text["Searches"], "Searches carried out.", use => Cell.Count(use.Searches), isNumber: true),
            new("refused", text["Refused"], "Searches refused.", use => Cell.Count(use.Refused), isNumber: true),
        ]);

    private static PublicTable Categories(
        string title, string name, string heading, string description, string countName, string countHeading,
        CategoryCounts counts, IStringLocalizer text, Func<string, string> words) => PublicTable.Of(
        title,
        counts.Categories,
        [
            new(name, heading, description, c => Cell.Code(text[words(c.Code)], c.Code)),
            new(countName, countHeading, "How many. Small counts are withheld.", c => Count(text, c.Count), isNumber: true),
        ]);

    private static Cell Count(IStringLocalizer text, long? value) => Cell.Protected(value, text["withheld"]);
}
