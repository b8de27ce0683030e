namespace Transparency.Reports.Seal;

/// <summary>A signed head of the public log, as the stamp shows it.</summary>
public sealed record LogHead
{
    /// <summary>The log's name, "marisol-bay.example/log".</summary>
    public required string Origin { get; init; }

    /// <summary>Entries under this head.</summary>
    public required long Size { get; init; }

    /// <summary>When the head was signed, already in the city's own time.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>The time zone's short name at that time, "PST".</summary>
    public required string Zone { get; init; }

    /// <summary>The root hash: 64 lower-case hexadecimal digits.</summary>
    public required string RootHash { get; init; }

    /// <summary>Names of the witnesses that signed this head beside the city. Empty when none did.</summary>
    public IReadOnlyList<string> Witnesses { get; init; } = [];

    /// <summary>The first 16 digits in groups of four: enough to compare by eye, not enough to verify with.</summary>
    public string ShortHash => string.Join(' ', RootHash[..16].Chunk(4).Select(c => new string(c)));
}
