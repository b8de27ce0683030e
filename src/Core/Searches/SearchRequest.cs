namespace Transparency.Core.Searches;

/// <summary>What an officer asks for, as entered. Nothing in it is trusted: <see cref="SearchPlates"/> checks all of it.</summary>
public sealed record SearchRequest
{
    /// <summary>
    /// A plate, full or partial, with <c>?</c> for one character and <c>*</c> for any number; empty for a search by area and time.
    /// </summary>
    public string Plate { get; init; } = "";

    /// <summary>Also plates in which look-alike characters stand for one another: 0/O/Q/D, 1/I/L, 8/B and so on.</summary>
    public bool LookAlikes { get; init; }

    /// <summary>Also plates with one character more, one less, or another one in its place. Only of a full plate.</summary>
    public bool OneOff { get; init; }

    /// <summary>What else is known of the vehicle.</summary>
    public VehicleTraits Vehicle { get; init; } = VehicleTraits.None;

    public required DateTimeOffset From { get; init; }

    /// <summary>The end of the window, not included; later than now means now.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Area ids; empty means the whole city.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Code of a purpose of the policy in force.</summary>
    public required string Purpose { get; init; }

    /// <summary>Case or call-for-service number.</summary>
    public required string CaseNumber { get; init; }

    /// <summary>A warrant's number, where there is one: it takes the place of a second person for a plate searched often.</summary>
    public string Warrant { get; init; } = "";

    /// <summary>The request that a second person approved; null for a search that was not asked before.</summary>
    public string? ApprovalId { get; init; }

    /// <summary>The factual basis in words.</summary>
    public required string Basis { get; init; }
}
