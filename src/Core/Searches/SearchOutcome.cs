using Transparency.Core.AuditTrail;
using Transparency.Core.SecondPerson;

namespace Transparency.Core.Searches;

/// <summary>
/// The answer to a search. Whatever it is, its row and its log entry were committed before this object existed.
/// </summary>
public sealed record SearchOutcome
{
    /// <summary>The row of <c>searches</c>; an address under which the same user opens the results again.</summary>
    public required string SearchId { get; init; }

    /// <summary>Proof that the search is in the log.</summary>
    public required AuditReceipt Receipt { get; init; }

    /// <summary>Every reason to refuse, in the order of the form; empty when the search was carried out.</summary>
    public IReadOnlyList<SearchRefusal> Refusals { get; init; } = [];

    /// <summary>Why the search waits for a second person: nothing was looked up, and <see cref="SearchId"/> is the request's id.</summary>
    public IReadOnlyList<SecondPersonReason> Waits { get; init; } = [];

    public bool IsRefused => Refusals.Count > 0;

    /// <summary>Matching detections, at most <see cref="DetectionSearch.CountCap"/>.</summary>
    public int Count { get; init; }

    /// <summary>There are more than <see cref="Count"/>.</summary>
    public bool IsCapped { get; init; }

    /// <summary>The first page, newest first. Further pages: <see cref="SearchResultQuery"/>.</summary>
    public IReadOnlyList<SearchResult> Results { get; init; } = [];

    /// <summary>How many cameras the search reached.</summary>
    public int Cameras { get; init; }

    /// <summary>Cameras within reach that were offline at some time of the window.</summary>
    public IReadOnlyList<ReachedCamera> CamerasOffline { get; init; } = [];
}
