using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>
/// What a search asks of a vehicle besides its plate; each trait is optional and all given must fit. A read that tells nothing of a trait
/// does not fit it.
/// </summary>
public sealed record VehicleTraits
{
    public static VehicleTraits None { get; } = new();

    /// <summary>The plate's state, two letters; empty for any.</summary>
    public string State { get; init; } = "";

    /// <summary><see cref="VehicleColour.NotTold"/> for any.</summary>
    public VehicleColour Colour { get; init; }

    /// <summary>Compared by <see cref="VehicleDescription.Key"/>; empty for any.</summary>
    public string Make { get; init; } = "";

    /// <summary>How the model's name begins, compared by <see cref="VehicleDescription.Key"/>; empty for any.</summary>
    public string Model { get; init; } = "";

    /// <summary><see cref="VehicleType.NotTold"/> for any.</summary>
    public VehicleType Type { get; init; }

    public bool IsEmpty => this == None;

    /// <summary>Whether make, model or type is asked for.</summary>
    public bool HasDescription => Make.Length > 0 || Model.Length > 0 || Type != VehicleType.NotTold;

    /// <summary>Which traits are given, never their values: for the public log.</summary>
    public IEnumerable<string> Names
    {
        get
        {
            (string Name, bool IsGiven)[] traits =
            [
                ("state", State.Length > 0), ("colour", Colour != VehicleColour.NotTold), ("make", Make.Length > 0), ("model", Model.Length > 0),
                ("type", Type != VehicleType.NotTold),
            ];
            return traits.Where(trait => trait.IsGiven).Select(trait => trait.Name);
        }
    }

    /// <summary>Reads traits as entered: what can be understood, and why the rest cannot.</summary>
    public static (VehicleTraits Traits, IReadOnlyList<SearchRefusal> Refusals) Read(VehicleTraits entered)
    {
        var state = entered.State.Trim().ToUpperInvariant();
        var isState = state.Length == 0 || (state.Length == 2 && state.All(char.IsAsciiLetterUpper));
        var (make, model) = (entered.Make.Trim(), entered.Model.Trim());
        var isVehicle = IsName(make) && IsName(model) && Enum.IsDefined(entered.Colour) && Enum.IsDefined(entered.Type);
        var traits = new VehicleTraits
        {
            State = isState ? state : "",
            Colour = isVehicle ? entered.Colour : default,
            Make = isVehicle ? make : "",
            Model = isVehicle ? model : "",
            Type = isVehicle ? entered.Type : default,
        };
        SearchRefusal?[] refusals =
        [
            isState ? null : new(SearchRefusal.StateInvalid, "Choose the plate's state from the list, or leave it open."),
            isVehicle ? null : new(SearchRefusal.VehicleInvalid, "Choose colour and type from the lists; a make or model is a short name of letters and digits."),
        ];
        return (traits, refusals.OfType<SearchRefusal>().ToList());
    }

    /// <summary>Whether a description fits make, model and type.</summary>
    public bool Fits(VehicleDescription vehicle) =>
        (Type == VehicleType.NotTold || vehicle.Type == Type)
        && (Make.Length == 0 || VehicleDescription.Key(vehicle.Make) == VehicleDescription.Key(Make))
        && (Model.Length == 0 || VehicleDescription.Key(vehicle.Model).StartsWith(VehicleDescription.Key(Model), StringComparison.Ordinal));

    // A name without a letter or digit would fit every vehicle.
    private static bool IsName(string text) =>
        text.Length <= VehicleDescription.Longest && !text.Any(char.IsControl) && (text.Length == 0 || VehicleDescription.Key(text).Length > 0);
}
