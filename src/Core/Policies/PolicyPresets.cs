namespace Transparency.Core.Policies;

/// <summary>
/// Starting policies. A council decision changes them from there; only <see cref="PolicyCompleteness"/> and the law are fixed.
/// </summary>
public static class PolicyPresets
{
    public static IReadOnlyList<string> All { get; } = ["California", "Minnesota", "Washington"];

    /// <summary>30 days; the default.</summary>
    public static PolicyTerms California => new()
    {
        Preset = "California",
        RetentionDays = 30,
        Purposes = PermittedPurposes.All,
        Prohibited = ProhibitedPurposes.All,
        CaseNumbers =
        [
            new(new("Case number", "Número de caso"), @"[0-9]{2}-[0-9]{5,7}", "26-104482"),
            new(new("Call-for-service number", "Número de llamada de servicio"), @"CFS[0-9]{2}-[0-9]{5,7}", "CFS26-218807"),
        ],
        Search = new() { AreaWindowHours = 24, MinimumKnownCharacters = 2, MinimumBasisLetters = 20 },
        SecondPerson = new() { AreaHours = 12, AreaCameras = 8, SamePlateIn30Days = 5 },
        Publication = new() { SmallNumberThreshold = 10, CameraLocations = CameraPrecision.Area, DelayDays = 1, MergeDelaySeconds = 3600 },
        Accounts = new()
        {
            SessionIdleMinutes = 30,
            LockoutFailures = 5,
            LockoutMinutes = 10,
            PasswordMinimumLength = 15,
            TrainingValidDays = 365,
        },
    };

    /// <summary>60 days, the most that Minn. Stat. 13.824 subd. 3 allows; fixed locations are public (subd. 5).</summary>
    public static PolicyTerms Minnesota
    {
        get
        {
            var terms = California;
            return terms with
            {
                Preset = "Minnesota",
                RetentionDays = 60,
                Publication = terms.Publication with { CameraLocations = CameraPrecision.Exact },
            };
        }
    }

    /// <summary>21 days.</summary>
    public static PolicyTerms Washington => California with { Preset = "Washington", RetentionDays = 21 };

    /// <summary>The terms of a preset by name, in any case.</summary>
    /// <exception cref="ArgumentException">There is no such preset.</exception>
    public static PolicyTerms Terms(string preset) => preset.ToUpperInvariant() switch
    {
        "CALIFORNIA" => California,
        "MINNESOTA" => Minnesota,
        "WASHINGTON" => Washington,
        _ => throw new ArgumentException($"There is no preset of this name; the presets are {string.Join(", ", All)}.", nameof(preset)),
    };
}
