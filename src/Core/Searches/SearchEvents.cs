using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Transparency.Audit.Schemas;
using Transparency.Core.AuditTrail;
using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>What the log says of a search: its shape for everybody, its content behind commitments.</summary>
internal static class SearchEvents
{
    public static AuditEvent CarriedOut(SearchRow row, SearchQuery query, FoundDetections found) => new(
        SearchActs.Search,
        [
            .. Query(row, query),
            new("results", Bucket(found)),
            new("result-count", found.IsCapped ? $"over {found.Count}" : Text(found.Count)),
            new("result-digest", Digest(found.Newest)),
            new("cameras-offline", row.CamerasOffline),
        ])
    {
        Elements = Elements(row),
        Outcome = $"{(found.IsCapped ? "more than " : "")}{found.Count} detections found",
    };

    public static AuditEvent Refused(SearchRow row, SearchQuery query, IReadOnlyList<SearchRefusal> refusals) => new(
        SearchActs.SearchRefused, [.. Query(row, query), new("refusal", row.Refusal!)])
    {
        Elements = Elements(row),
        Outcome = $"refused: {string.Join(", ", refusals.Select(refusal => refusal.Code))}",
    };

    public static AuditEvent Waits(SearchRow row, SearchQuery query, string rule) => new(
        SearchActs.SecondPersonAsked, [.. Query(row, query), new("waits-for", rule)])
    {
        Elements = Elements(row),
        Outcome = "waits for a second person",
    };

    /// <summary>Counts in steps, so that an entry cannot be told by its exact result.</summary>
    internal static string Bucket(FoundDetections found) => found.Count switch
    {
        0 => "0",
        1 => "1",
        <= 10 => "2-10",
        <= 50 => "11-50",
        <= 200 => "51-200",
        _ => "over-200",
    };

    private static IEnumerable<AuditField> Query(SearchRow row, SearchQuery query) =>
    [
        new("policy", Text(row.PolicyVersion)),
        new("shape", query.Pattern?.Shape ?? (row.Pattern.Length > 0 ? "pattern" : "attributes")),
        new("attributes", string.Join(", ", query.Vehicle.Names)),
        new("window-days", Text((int)Math.Max(0, Math.Ceiling((query.To - query.From).TotalDays)))),
        new("cameras", Text(row.Cameras)),
        new("plate", row.Pattern),
        new("case-number", row.CaseNumber),
        new("basis", row.Basis),
        new("query", Window(row)),
    ];

    private static string Elements(SearchRow row) => $"{(row.Pattern.Length > 0 ? $"plate {row.Pattern}" : "every plate")}, {Window(row)}";

    private static string Window(SearchRow row) =>
        $"from {Minute(row.FromMs)} to {Minute(row.ToMs)}; areas {(row.Areas.Length > 0 ? row.Areas : "all")}{Narrowed(row)}";

    private static string Narrowed(SearchRow row) => string.Concat(
        row.LookAlikes == 1 ? "; look-alike characters" : "",
        row.OneOff == 1 ? "; one character off" : "",
        row.State.Length > 0 ? $"; state {row.State}" : "",
        row.Colour > 0 ? $"; colour {(VehicleColour)row.Colour}" : "",
        row.Make.Length > 0 ? $"; make {row.Make}" : "",
        row.Model.Length > 0 ? $"; model {row.Model}" : "",
        row.Warrant.Length > 0 ? $"; warrant {row.Warrant}" : "",
        row.Type > 0 ? $"; type {(VehicleType)row.Type}" : "");

    private static string Minute(long ms) =>
        DateTimeOffset.FromUnixTimeMilliseconds(ms).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);

    private static string Digest(IEnumerable<long> ids) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Concat(ids.Select(id => string.Create(CultureInfo.InvariantCulture, $"{id}\n"))))));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
