namespace Transparency.Core.Alerts;

/// <summary>What came of an alert, as stored in <c>alerts.disposition</c>; counted publicly.</summary>
public static class Disposition
{
    /// <summary>The vehicle was found.</summary>
    public const string Located = "located";

    /// <summary>A stolen vehicle or plate was recovered.</summary>
    public const string Recovered = "recovered";

    public const string Arrest = "arrest";

    /// <summary>The vehicle was found and the suspicion proved wrong.</summary>
    public const string Unfounded = "unfounded";

    /// <summary>The camera read another plate than the one in the picture.</summary>
    public const string Misread = "misread";

    /// <summary>The right characters, but a plate of another state.</summary>
    public const string WrongState = "wrong-state";

    /// <summary>The entry was no longer valid at its source.</summary>
    public const string Stale = "stale";

    public const string NotLocated = "not-located";

    public static IReadOnlyList<string> All { get; } = [Located, Recovered, Arrest, Unfounded, Misread, WrongState, Stale, NotLocated];

    /// <summary>Those that mean somebody was stopped or something was done because of the alert.</summary>
    public static IReadOnlyList<string> ActedUpon { get; } = [Located, Recovered, Arrest, Unfounded];

    /// <summary>Those that mean the alert itself was wrong.</summary>
    public static IReadOnlyList<string> Errors { get; } = [Misread, WrongState, Stale];
}

/// <summary>What an officer found when comparing picture, state and list entry, as stored in <c>alerts.verification</c>.</summary>
public static class Verification
{
    /// <summary>Plate and state are right, and the entry is still valid at its source.</summary>
    public const string Confirmed = "confirmed";

    public const string Misread = Disposition.Misread;
    public const string WrongState = Disposition.WrongState;
    public const string Stale = Disposition.Stale;

    public static IReadOnlyList<string> All { get; } = [Confirmed, Misread, WrongState, Stale];
}
