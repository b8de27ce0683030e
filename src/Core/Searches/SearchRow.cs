namespace Transparency.Core.Searches;

/// <summary>
/// A row of <c>searches</c>: the record that Cal. Civ. Code 1798.90.52(a) asks for, of a search carried out or refused. What was entered
/// longer than its column is kept cut.
/// </summary>
public sealed record SearchRow
{
    public required string Id { get; init; }

    /// <summary>Its entry in the log.</summary>
    public required string EntryId { get; init; }

    public required long AtMs { get; init; }

    public required string UserId { get; init; }

    public required string AgencyId { get; init; }

    /// <summary><c>plate</c> or <c>area</c>.</summary>
    public required string Form { get; init; }

    /// <summary>The pattern as it was understood, or as entered when it was refused; empty when no plate was named.</summary>
    public required string Pattern { get; init; }

    /// <summary>1 when look-alike characters were to stand for one another.</summary>
    public int LookAlikes { get; init; }

    /// <summary>1 when plates one character off were asked for too.</summary>
    public int OneOff { get; init; }

    /// <summary>Two letters; empty for any state. This and the next four: see <see cref="VehicleTraits"/>.</summary>
    public string State { get; init; } = "";

    public int Colour { get; init; }

    public string Make { get; init; } = "";

    public string Model { get; init; } = "";

    public int Type { get; init; }

    public required long FromMs { get; init; }

    public required long ToMs { get; init; }

    /// <summary>Area ids separated by commas; empty for the whole city.</summary>
    public required string Areas { get; init; }

    public required string Purpose { get; init; }

    public required string CaseNumber { get; init; }

    public required string Basis { get; init; }

    /// <summary>A warrant's number; empty where none was given.</summary>
    public string Warrant { get; init; } = "";

    /// <summary>
    /// Null when the search was carried out. Of several codes of <see cref="SearchRefusal"/> the one the steward is to see, else the first.
    /// </summary>
    public required string? Refusal { get; init; }

    public required int Results { get; init; }

    /// <summary>1 when there were more results than are counted.</summary>
    public required int ResultsCapped { get; init; }

    /// <summary>How many cameras were within reach.</summary>
    public required int Cameras { get; init; }

    /// <summary>Numbers of cameras offline at some time of the window, separated by commas.</summary>
    public required string CamerasOffline { get; init; }

    /// <summary>The policy in force; 0 when there was none.</summary>
    public required int PolicyVersion { get; init; }
}
