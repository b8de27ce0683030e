using System.Text.Json;

namespace Transparency.Core.Approvals;

/// <summary>
/// The five parts every proposal is evaluated in before the council decides: what it is, what it is for, where, what it does to rights
/// and how that is limited, what it costs.
/// </summary>
public sealed record SurveillanceEvaluation
{
    public required string Description { get; init; }

    public required string PurposeAndBenefits { get; init; }

    public required string Locations { get; init; }

    public required string RightsAndMitigation { get; init; }

    public required string CostsAndFunding { get; init; }

    /// <summary>As stored in <c>proposals.evaluation</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this);

    /// <exception cref="JsonException">The text is not an evaluation with all five parts.</exception>
    public static SurveillanceEvaluation Parse(string json) =>
        JsonSerializer.Deserialize<SurveillanceEvaluation>(json) ?? throw new JsonException("The evaluation is empty.");
}
