namespace Transparency.Ingest.Recognition.Rendering;

public sealed record PlateColours(Rgb Background, Rgb Characters, Rgb Caption)
{
    /// <summary>Dark blue on white under a red name: the plate most cars in California carry.</summary>
    public static PlateColours California { get; } = new(new(240, 240, 236), new(28, 38, 92), new(176, 36, 44));

    /// <summary>The black plate of the 1960s, sold again since 2015.</summary>
    public static PlateColours CaliforniaBlack { get; } = new(new(24, 24, 26), new(226, 176, 40), new(226, 176, 40));
}
