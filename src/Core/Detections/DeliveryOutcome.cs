namespace Transparency.Core.Detections;

/// <summary>What became of a batch; the sum of all three is the batch's size.</summary>
public sealed record DeliveryOutcome
{
    public required int Stored { get; init; }

    /// <summary>Already there: delivered before, twice in the batch, or the same passing told again (<see cref="SamePassing"/>).</summary>
    public required int Repeated { get; init; }

    /// <summary>Counts by <see cref="DeliveryRefusal"/>.</summary>
    public required IReadOnlyDictionary<string, int> Refused { get; init; }

    /// <summary>Hot-list alerts that this batch raised.</summary>
    public required IReadOnlyList<RaisedAlert> Alerts { get; init; }
}

/// <summary>A detection that matched an entry of a hot list; a row of <c>alerts</c>.</summary>
public sealed record RaisedAlert
{
    public required string Id { get; init; }

    public required DetectionId Detection { get; init; }

    public required int Camera { get; init; }

    public required string ListId { get; init; }

    public required string ListEntryId { get; init; }

    /// <summary>See <see cref="HotLists.HotListLikeness"/>.</summary>
    public required string Likeness { get; init; }
}
