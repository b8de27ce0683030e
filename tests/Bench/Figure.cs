using System.Text.Json.Serialization;

namespace Transparency.Bench;

/// <summary>One measured figure: a line of the table and of <c>artifacts/bench.json</c>.</summary>
/// <param name="Name">Area, slash, what was measured, such as <c>search/full-plate/10M</c>.</param>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Unit">Such as "ms p95", "reads/s", "MB".</param>
public sealed record Figure(string Name, double Value, string Unit)
{
    /// <summary>What it was measured against in the same run, if anything.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Peer { get; init; }

    [JsonPropertyName("peer_value")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? PeerValue { get; init; }

    /// <summary>How many times better than the peer; above 1 is better, whichever way the unit runs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? Ratio { get; init; }
}
