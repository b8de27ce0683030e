using System.Globalization;
using Transparency.Core.Detections;

namespace Transparency.Portal.Api.Cameras;

/// <summary>Vendors' words in ours. What is not known here is not told, and nothing is guessed.</summary>
internal static class VendorWords
{
    // Said instead of a plate when none was read; each would pass for one.
    private static readonly HashSet<string> NoPlate = new(StringComparer.OrdinalIgnoreCase)
    {
        "unknown", "unknow", "noplate", "no plate", "no-plate", "unlicensed", "null", "none", "nil", "n/a", "notread", "unreadable",
    };

    private static readonly HashSet<string> States = new(StringComparer.Ordinal)
    {
        "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA", "ME", "MD", "MA",
        "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR", "PA", "RI", "SC", "SD", "TN", "TX",
        "UT", "VT", "VA", "WA", "WV", "WI", "WY",
    };

    /// <summary>The plate as it is kept, or null for what is none.</summary>
    public static string? Plate(string? text) =>
        text is not null && !NoPlate.Contains(text.Trim()) && PlateText.TryParse(text, out var plate) ? plate.Value : null;

    /// <summary>"us-ca" or "CA" becomes "CA".</summary>
    public static string? State(string? region)
    {
        var code = region is { Length: 5 } && region.StartsWith("us-", StringComparison.OrdinalIgnoreCase) ? region[3..] : region;
        return code?.ToUpperInvariant() is { } state && States.Contains(state) ? state : null;
    }

    public static VehicleColour Colour(string? word) => word?.ToLowerInvariant() switch
    {
        "black" => VehicleColour.Black,
        "white" => VehicleColour.White,
        "silver" or "silver-gray" or "silver-grey" => VehicleColour.Silver,
        "gray" or "grey" => VehicleColour.Grey,
        "red" => VehicleColour.Red,
        "blue" => VehicleColour.Blue,
        "green" => VehicleColour.Green,
        "yellow" => VehicleColour.Yellow,
        "orange" => VehicleColour.Orange,
        "brown" or "gold-beige" => VehicleColour.Brown,
        _ => VehicleColour.NotTold,
    };

    public static TravelDirection Direction(string? word) => word?.ToLowerInvariant() switch
    {
        "approaching" or "forward" => TravelDirection.Approaching,
        "departing" or "reverse" => TravelDirection.Departing,
        _ => TravelDirection.NotTold,
    };

    public static VehicleType Type(string? word) => word?.ToLowerInvariant().Split('-', ' ', '_')[0] switch
    {
        "sedan" or "saloon" => VehicleType.Sedan,
        "coupe" => VehicleType.Coupe,
        "hatchback" => VehicleType.Hatchback,
        "wagon" => VehicleType.Wagon,
        "convertible" => VehicleType.Convertible,
        "suv" or "suvmpv" => VehicleType.Suv,
        "pickup" or "pickuptruck" => VehicleType.Pickup,
        "van" or "minivan" or "buggy" => VehicleType.Van,
        "truck" or "tractor" or "largetruck" => VehicleType.Truck,
        "bus" or "largebus" => VehicleType.Bus,
        "motorcycle" or "twowheelvehicle" => VehicleType.Motorcycle,
        "trailer" => VehicleType.Trailer,
        _ => VehicleType.NotTold,
    };

    /// <summary>"toyota_camry" becomes Toyota and Camry; "bmw" is all capitals.</summary>
    public static (string Make, string Model) MakeAndModel(string? make, string? model)
    {
        var rest = model is not null && make is not null && model.StartsWith(make + "_", StringComparison.OrdinalIgnoreCase) ? model[(make.Length + 1)..] : model;
        return (Tidy(make), Tidy(rest));
    }

    private static string Tidy(string? word)
    {
        var text = (word ?? "").Replace('_', ' ').Trim();
        return text.ToLowerInvariant() is "unknown" or "none" or "other" ? ""
            : text.Length <= 3 ? text.ToUpperInvariant()
            : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(text);
    }
}
