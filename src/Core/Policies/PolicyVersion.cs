namespace Transparency.Core.Policies;

/// <summary>One version of the city's policy. Never changed once published; the next version replaces it.</summary>
public sealed record PolicyVersion
{
    /// <summary>1, 2, 3 ...</summary>
    public required int Version { get; init; }

    public required string Title { get; init; }

    /// <summary>The day of the council's decision.</summary>
    public required DateOnly Adopted { get; init; }

    /// <summary>From when code obeys it.</summary>
    public required DateTimeOffset Effective { get; init; }

    /// <summary>The decision, a row of <c>approvals</c>.</summary>
    public required string ApprovalId { get; init; }

    public required PolicyWords Words { get; init; }

    public required PolicyTerms Terms { get; init; }

    public required DateTimeOffset Created { get; init; }
}
