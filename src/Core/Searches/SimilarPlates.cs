using Transparency.Core.Detections;

namespace Transparency.Core.Searches;

/// <summary>
/// Every text that is like one plate, written out to be looked up one by one: some hundreds, where a comparison with every plate in the
/// city would take milliseconds.
/// </summary>
internal static class SimilarPlates
{
    /// <summary>More texts than this are not written out: ten zeros have a million look-alikes.</summary>
    public const int Most = 20_000;

    private const int LastCode = 36;

    /// <summary>The plate itself and every text one character off, some more than once.</summary>
    public static IEnumerable<ulong> OneOff(string plate)
    {
        var packed = PackedPlate.Pack(plate);
        for (var at = 0; at <= plate.Length; at++)
        {
            var before = packed & PackedPlate.Below(at);
            var after = packed & ~PackedPlate.Below(at);
            if (at < plate.Length)
            {
                yield return before | ((packed & ~PackedPlate.Below(at + 1)) >> PackedPlate.Bits);
            }

            for (var code = 1UL; code <= LastCode; code++)
            {
                var one = code << (PackedPlate.Bits * at);
                if (at < plate.Length)
                {
                    yield return (packed & ~PackedPlate.Field(at)) | one;
                }

                if (plate.Length < PackedPlate.Characters)
                {
                    yield return before | one | (after << PackedPlate.Bits);
                }
            }
        }
    }

    /// <summary>Every text with the same skeleton; null when there are more than <see cref="Most"/>.</summary>
    public static List<ulong>? LookAlikes(string plate)
    {
        List<ulong> texts = [0];
        for (var at = 0; at < plate.Length; at++)
        {
            var alike = PlateText.LookAlikesOf(plate[at]);
            if (texts.Count * alike.Length > Most)
            {
                return null;
            }

            texts = alike.SelectMany(c => texts.Select(text => text | (PackedPlate.Code(c) << (PackedPlate.Bits * at)))).ToList();
        }

        return texts;
    }
}
