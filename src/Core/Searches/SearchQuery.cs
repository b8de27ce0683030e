using Transparency.Core.Policies;

namespace Transparency.Core.Searches;

/// <summary>
/// What a search asks, understood and within the policy's limits. There are two forms: by plate, and by area and time; a search without
/// a plate needs both an area and a window no longer than the policy allows, so that nobody browses.
/// </summary>
public sealed record SearchQuery
{
    public required PlatePattern? Pattern { get; init; }

    /// <summary>What the vehicle must be, besides its plate.</summary>
    public VehicleTraits Vehicle { get; init; } = VehicleTraits.None;

    /// <summary>Included. Never earlier than the policy keeps detections.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Not included. Never later than the search.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Existing area ids, each once, in order; empty for the whole city.</summary>
    public required IReadOnlyList<string> Areas { get; init; }

    /// <summary><c>plate</c> or <c>area</c>.</summary>
    public string Form => Pattern is null ? "area" : "plate";

    /// <summary>Reads a request. The query holds what could be understood, also when it is refused.</summary>
    public static (SearchQuery Query, IReadOnlyList<SearchRefusal> Refusals) Read(
        SearchRequest request, PolicyTerms terms, IReadOnlyCollection<string> unknownAreas, DateTimeOffset now)
    {
        var (pattern, unreadable) = string.IsNullOrWhiteSpace(request.Plate)
            ? (null, null)
            : PlatePattern.Read(request.Plate, terms.Search.MinimumKnownCharacters, Likeness(request));
        var (vehicle, unreadableTraits) = VehicleTraits.Read(request.Vehicle);
        var to = request.To > now ? now : request.To;
        var oldest = Earlier(now.AddDays(-terms.RetentionDays), to);
        var query = new SearchQuery
        {
            Pattern = pattern,
            Vehicle = vehicle,
            From = request.From > oldest ? request.From : oldest,
            To = to,
            Areas = request.Areas.Except(unknownAreas).Distinct().Order(StringComparer.Ordinal).ToList(),
        };
        SearchRefusal?[] refusals =
        [
            unreadable,
            unknownAreas.Count > 0 ? new SearchRefusal(SearchRefusal.AreaUnknown, "One of the areas does not exist. Choose from the list.") : null,
            request.From >= to ? new SearchRefusal(SearchRefusal.WindowInvalid, "The window must begin before it ends, and before now.") : null,
            .. unreadableTraits,
            .. string.IsNullOrWhiteSpace(request.Plate) ? WithoutPlate(query, request, terms.Search) : [],
        ];
        return (query, refusals.OfType<SearchRefusal>().ToList());
    }

    private static IEnumerable<SearchRefusal> WithoutPlate(SearchQuery query, SearchRequest request, SearchTerms terms)
    {
        if (request.Areas.Count == 0)
        {
            yield return new(SearchRefusal.AreaNeeded, "Enter a plate, or choose an area: a search without a plate needs one.");
        }

        if (query.To - request.From > TimeSpan.FromHours(terms.AreaWindowHours))
        {
            yield return new(SearchRefusal.WindowTooLong, $"A search without a plate may span at most {terms.AreaWindowHours} hours.");
        }
    }

    private static PlateLikeness Likeness(SearchRequest request) =>
        (request.LookAlikes ? PlateLikeness.LookAlikes : 0) | (request.OneOff ? PlateLikeness.OneOff : 0);

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;
}
