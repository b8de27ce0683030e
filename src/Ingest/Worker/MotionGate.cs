using Transparency.Ingest.Recognition;

namespace Transparency.Ingest.Worker;

/// <summary>
/// Tells a street where something moves from an empty one, at a small fraction of what searching for plates costs. It compares the
/// brightness of cells of 16 x 16 pixels with what it was of late; slow changes of light do not count.
/// </summary>
public sealed class MotionGate
{
    private const int Cell = 16;
    private const int Stride = 4;
    private const int Threshold = 10;

    // A vehicle whose plate can be read (45 pixels across) covers 150 cells; one that changes fewer than these is too far away, or a
    // leaf. The gate then closes although something still moves.
    private const int FewestCells = 32;

    private int[] _usual = [];

    /// <summary>Looks at the next frame. The first one, and the first of another size, counts as motion.</summary>
    public bool Moves(Frame frame)
    {
        var (across, down) = (frame.Width / Cell, frame.Height / Cell);
        var isFirst = _usual.Length != across * down;
        _usual = isFirst ? new int[across * down] : _usual;
        var changed = 0;
        for (var row = 0; row < down; row++)
        {
            for (var column = 0; column < across; column++)
            {
                // Kept times sixteen, so that the slow mean can move by fractions.
                var now = Brightness(frame, column * Cell, row * Cell);
                ref var usual = ref _usual[(row * across) + column];
                changed += Math.Abs(now - (usual / 16)) > Threshold ? 1 : 0;
                usual += isFirst ? now * 16 : ((now * 16) - usual) / 8;
            }
        }

        return isFirst || changed >= FewestCells;
    }

    private static int Brightness(Frame frame, int left, int top)
    {
        var sum = 0;
        for (var y = top + (Stride / 2); y < top + Cell; y += Stride)
        {
            var row = frame.Grey.AsSpan((y * frame.Width) + left, Cell);
            for (var x = Stride / 2; x < Cell; x += Stride)
            {
                sum += row[x];
            }
        }

        return sum / (Cell / Stride * (Cell / Stride));
    }
}
