#pragma warning disable RS0030 // Seeded on purpose: a test must see the same numbers every time.
namespace Transparency.Ingest.Tests.Recognition.Networks;

/// <summary>A seeded generator, so that a failing case can be run again.</summary>
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    public int Between(int least, int most) => random.Next(least, most + 1);

    public void Fill(Span<float> values)
    {
        foreach (ref var value in values)
        {
            value = (float)((random.NextDouble() * 2) - 1);
        }
    }
}
