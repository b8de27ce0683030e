using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Transparency.Audit.Tiles;

/// <summary>
/// The place of one tile or entry bundle in a log (C2SP tlog-tiles). Level 0 holds leaf hashes, level n the roots of full
/// tiles of level n-1; level -1 stands for the entry bundles, which are counted like level 0.
/// </summary>
/// <param name="Level">-1 (entry bundle) or 0 to 63.</param>
/// <param name="Index">Which tile of its level, from 0.</param>
/// <param name="Width">Hashes or entries in it: 1 to 255 for a partial tile, 256 for a full one.</param>
public readonly record struct Tile(int Level, long Index, int Width)
{
    /// <summary>Hashes in a full tile.</summary>
    public const int FullWidth = 256;

    /// <summary>The level that stands for entry bundles.</summary>
    public const int Entries = -1;

    public bool IsFull => Width == FullWidth;

    /// <summary>The resource's path under the log's prefix, such as <c>tile/0/x001/234.p/67</c>.</summary>
    public string Path
    {
        get
        {
            var level = Level == Entries ? "entries" : Level.ToString(CultureInfo.InvariantCulture);
            var partial = IsFull ? "" : string.Create(CultureInfo.InvariantCulture, $".p/{Width}");
            return $"tile/{level}/{Groups(Index)}{partial}";
        }
    }

    /// <summary>Reads a path in its one canonical spelling; any other spelling is not a tile.</summary>
    public static bool TryParse([NotNullWhen(true)] string? path, out Tile tile)
    {
        tile = default;
        var parts = path?.Split('/');
        if (parts is not { Length: >= 3 and <= 12 } || parts[0] != "tile")
        {
            return false;
        }
        var level = Entries;
        if (parts[1] != "entries" && (!TryDecimal(parts[1], 63, out level) || parts[1].Length > 2))
        {
            return false;
        }
        var width = FullWidth;
        var groups = parts.AsSpan(2);
        if (groups.Length >= 2 && groups[^2].EndsWith(".p", StringComparison.Ordinal))
        {
            if (!TryDecimal(groups[^1], FullWidth - 1, out width) || width == 0)
            {
                return false;
            }
            groups[^2] = groups[^2][..^2];
            groups = groups[..^1];
        }
        if (!TryIndex(groups, out var index))
        {
            return false;
        }
        tile = new Tile(level, index, width);
        return tile.Path == path;
    }

    /// <summary>The tiles along the right edge of a tree of this size that are partial; what growing it must read.</summary>
    public static IReadOnlyList<Tile> PartialEdge(long size)
    {
        var edge = new List<Tile>();
        if (size % FullWidth is var entries and not 0)
        {
            edge.Add(new Tile(Entries, size / FullWidth, (int)entries));
        }
        var level = 0;
        for (var count = size; count > 0; count /= FullWidth, level++)
        {
            if (count % FullWidth is var width and not 0)
            {
                edge.Add(new Tile(level, count / FullWidth, (int)width));
            }
        }
        return edge;
    }

    /// <summary>Every tile and bundle a log of this size needs, bundles first, then level by level.</summary>
    public static IEnumerable<Tile> AllOf(long size)
    {
        var level = Entries;
        for (var count = size; count > 0; count = level == Entries ? count : count / FullWidth, level++)
        {
            for (long index = 0; index < count / FullWidth; index++)
            {
                yield return new Tile(level, index, FullWidth);
            }
            if (count % FullWidth is var width and not 0)
            {
                yield return new Tile(level, count / FullWidth, (int)width);
            }
        }
    }

    private static string Groups(long index)
    {
        var text = (index % 1000).ToString("D3", CultureInfo.InvariantCulture);
        for (index /= 1000; index > 0; index /= 1000)
        {
            text = string.Create(CultureInfo.InvariantCulture, $"x{index % 1000:D3}/{text}");
        }
        return text;
    }

    private static bool TryIndex(ReadOnlySpan<string> groups, out long index)
    {
        index = 0;
        // Seven groups of three digits are below 2^63; no log comes near.
        if (groups.Length is 0 or > 6)
        {
            return false;
        }
        for (var i = 0; i < groups.Length; i++)
        {
            var digits = i < groups.Length - 1 && groups[i].StartsWith('x') ? groups[i].AsSpan(1) : groups[i];
            if (digits.Length != 3 || !TryDecimal(digits, 999, out var value))
            {
                return false;
            }
            index = (index * 1000) + value;
        }
        return true;
    }

    private static bool TryDecimal(ReadOnlySpan<char> text, int maximum, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value <= maximum;
}
