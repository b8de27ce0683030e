namespace Transparency.Core.Detections;

/// <summary>What a camera told of a vehicle beyond plate and colour. Our own reader tells none of it; vendors' cameras may.</summary>
/// <param name="Make">Such as "Toyota"; empty when not told.</param>
/// <param name="Model">Such as "Camry"; empty when not told.</param>
/// <param name="Type">The kind of body.</param>
public sealed record VehicleDescription(string Make, string Model, VehicleType Type)
{
    public const int Longest = 40;

    public static VehicleDescription None { get; } = new("", "", VehicleType.NotTold);

    /// <summary>As people read it: "Toyota Camry, sedan". Empty when nothing was told.</summary>
    public string Words
    {
        get
        {
            var name = $"{Make} {Model}".Trim();
            return Type == VehicleType.NotTold ? name : name.Length == 0 ? Type.Words() : $"{name}, {Type.Words()}";
        }
    }

    /// <summary>The same, fit to be stored: control characters and doubled spaces out, no part longer than its column, no unknown type.</summary>
    public VehicleDescription Stored() => new(Tidy(Make), Tidy(Model), Enum.IsDefined(Type) ? Type : VehicleType.NotTold);

    /// <summary>Letters and digits in upper case: "F-150" and "f150" are the same model.</summary>
    public static string Key(string text) => new(text.Where(char.IsLetterOrDigit).Select(char.ToUpperInvariant).ToArray());

    private static string Tidy(string text)
    {
        var words = new string(text.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? ' ' : c).ToArray())
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var joined = string.Join(' ', words);
        return joined.Length <= Longest ? joined : joined[..Longest].TrimEnd();
    }
}

/// <summary>The kind of body. Stored as a number: the order is fixed.</summary>
public enum VehicleType
{
    NotTold = 0,
    Sedan = 1,
    Coupe = 2,
    Hatchback = 3,
    Wagon = 4,
    Convertible = 5,
    Suv = 6,
    Pickup = 7,
    Van = 8,
    Truck = 9,
    Bus = 10,
    Motorcycle = 11,
    Trailer = 12,
    Other = 13,
}

public static class VehicleTypeWords
{
    /// <summary>Lower case, as within a sentence.</summary>
    public static string Words(this VehicleType type) => type switch
    {
        VehicleType.NotTold => "not told",
        VehicleType.Suv => "SUV",
        _ => type.ToString().ToLowerInvariant(),
    };
}
