namespace Transparency.Core.AuditTrail;

/// <summary>Section <c>Transparency:Log</c> of the configuration.</summary>
public sealed record LogSettings
{
    /// <summary>Takes the place of the policy's merge delay; for tests and measurements. See <see cref="AuditTrail.MergeDelay"/>.</summary>
    public TimeSpan? MergeDelay { get; init; }

    /// <summary>The witnesses that every new checkpoint is offered to.</summary>
    public IReadOnlyList<WitnessSettings> Witnesses { get; init; } = [];
}

/// <summary>A witness: somebody outside the city who signs only heads that continue those signed before (C2SP tlog-witness).</summary>
public sealed record WitnessSettings
{
    /// <summary>For people: "Marisol Bay Public Library".</summary>
    public required string Name { get; init; }

    /// <summary>The submission prefix; <c>/add-checkpoint</c> is added to it.</summary>
    public required Uri Address { get; init; }

    /// <summary>The witness's verifier key, of type 04 (cosignature).</summary>
    public required string Key { get; init; }
}
