using Transparency.Reports.Charts;

namespace Transparency.Reports.Quarterly;

/// <summary>The policy in force on the last day, as far as a reader of the report needs it.</summary>
public sealed record PolicySummary
{
    /// <summary>"4" or "2026-2".</summary>
    public required string Version { get; init; }

    public required DateOnly InForceSince { get; init; }

    /// <summary>"Resolution 2026-031, 14 April 2026".</summary>
    public required string Decision { get; init; }

    public required int RetentionDays { get; init; }

    public IReadOnlyList<string> Purposes { get; init; } = [];

    public IReadOnlyList<string> Prohibited { get; init; } = [];

    /// <summary>Job title of the official custodian.</summary>
    public required string Custodian { get; init; }
}

/// <summary>One area: its cameras and what they read. <c>Weekly</c> is reads a week, for the shape only.</summary>
public sealed record CameraArea(string Name, int Cameras, long Reads, long? ReadsBefore, IReadOnlyList<long> Weekly);

/// <summary>A council decision that covers cameras. <c>Cameras</c> counts those it covers, <c>State</c> is "in force", "expired", "withdrawn".</summary>
public sealed record CameraApproval(string Subject, int Cameras, DateOnly Meeting, string Item, string Vote, string State);

/// <summary>What became of hot-list alerts raised in the quarter.</summary>
public sealed record AlertOutcomes
{
    public IReadOnlyList<RankedItem> ByList { get; init; } = [];

    public IReadOnlyList<RankedItem> ByOutcome { get; init; } = [];

    /// <summary>Alerts an officer looked at and decided on; the error shares are of these.</summary>
    public long Checked { get; init; }

    /// <summary>The reader took one character for another.</summary>
    public long Misread { get; init; }

    /// <summary>The characters were right, the state was not.</summary>
    public long WrongState { get; init; }

    /// <summary>The entry was no longer active at its source.</summary>
    public long Stale { get; init; }

    /// <summary>Raised and not yet verified on the last day.</summary>
    public long Open { get; init; }
}

/// <summary>Searches answered and refused, broken down.</summary>
public sealed record SearchBreakdown
{
    public IReadOnlyList<RankedItem> ByPurpose { get; init; } = [];

    public IReadOnlyList<AgencySearches> ByAgency { get; init; } = [];

    /// <summary>Answered searches whose stated reason a review would accept as it stands.</summary>
    public long ReasonClear { get; init; }

    /// <summary>Answered searches whose stated reason meets the rule but says little.</summary>
    public long ReasonWeak { get; init; }

    /// <summary>Refused searches by the rule that stopped them.</summary>
    public IReadOnlyList<Refusal> Refused { get; init; } = [];
}

/// <summary>One agency's searches. The city's own is one of them.</summary>
public sealed record AgencySearches(string Agency, long Answered, long Refused);

/// <summary>A rule that stopped searches, with the part of the policy it comes from, "Part A".</summary>
public sealed record Refusal(string Rule, string PolicyPart, long Count);

/// <summary>Something that changed about who may see the city's data.</summary>
public sealed record SharingChange(DateOnly Day, string Agency, string Change, string Reason);

/// <summary>What was destroyed in one month. <c>LogEntry</c> is the number of the last purge entry in the log; null when none was written.</summary>
public sealed record PurgeMonth(DateOnly Month, long Reads, long Photographs, int KeysDestroyed, long? LogEntry);

/// <summary>A review or audit: when due, when done (null when not), items looked at, findings, and what follows.</summary>
public sealed record ReviewSummary(string Name, DateOnly Due, DateOnly? Done, int Looked, int Findings, string Outcome);
