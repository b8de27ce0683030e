using Transparency.Reports.Charts;
using Transparency.Reports.Seal;

namespace Transparency.Reports.Quarterly;

/// <summary>
/// Everything the quarterly council report says. Plain data: the caller counts, this project only words and draws. Lists may be empty;
/// each section then says why it is.
/// </summary>
public sealed record QuarterlyReport
{
    /// <summary>"Marisol Bay, California".</summary>
    public required string City { get; init; }

    /// <summary>"Marisol Bay Police Department".</summary>
    public required string Department { get; init; }

    public required int Year { get; init; }

    /// <summary>1 to 4.</summary>
    public required int Quarter { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day of the period, included.</summary>
    public required DateOnly To { get; init; }

    /// <summary>When the report was issued, in the city's own time. It becomes the PDF's date.</summary>
    public required DateTimeOffset Issued { get; init; }

    /// <summary>True marks every page as a demonstration about a fictional city.</summary>
    public bool Demonstration { get; init; }

    /// <summary>Address of the public pages, without a slash at the end.</summary>
    public required string Site { get; init; }

    /// <summary>Null when no policy was in force: search, sharing and reading were then off.</summary>
    public required PolicySummary? Policy { get; init; }

    public required QuarterFigures Now { get; init; }

    /// <summary>The quarter before; null when there was none.</summary>
    public QuarterFigures? Before { get; init; }

    /// <summary>What changed in the quarter, one sentence each, most important first.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>What waits for the council, one sentence each.</summary>
    public IReadOnlyList<string> Decisions { get; init; } = [];

    public IReadOnlyList<CameraArea> Areas { get; init; } = [];

    public IReadOnlyList<CameraApproval> Approvals { get; init; } = [];

    public IReadOnlyList<DayValue> ReadsByDay { get; init; } = [];

    public AlertOutcomes Alerts { get; init; } = new();

    public SearchBreakdown Searches { get; init; } = new();

    public IReadOnlyList<SharingChange> SharingChanges { get; init; } = [];

    /// <summary>Agreements in force on the last day.</summary>
    public int AgreementsInForce { get; init; }

    public IReadOnlyList<PurgeMonth> Purges { get; init; } = [];

    public IReadOnlyList<ReviewSummary> Reviews { get; init; } = [];

    /// <summary>The head of the log the figures were counted under; null when the log is empty.</summary>
    public required LogHead? Head { get; init; }

    /// <summary>Entries added to the log in the quarter.</summary>
    public long LogEntries { get; init; }

    /// <summary>"third quarter of 2026".</summary>
    public string Name => $"{Quarter switch { 1 => "first", 2 => "second", 3 => "third", _ => "fourth" }} quarter of {Year}";
}
