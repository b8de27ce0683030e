using Transparency.Audit.Notes;
using Transparency.Core.Database;

namespace Transparency.Core.AuditTrail;

/// <summary>A configured witness and how it stands, for the public page.</summary>
/// <param name="Key">Its verifier key.</param>
/// <param name="Last">Its last answer; null before it was asked for the first time.</param>
public sealed record WitnessStanding(string Name, Uri Address, string Key, WitnessRow? Last);

/// <summary>Reads the configured witnesses with their last answers.</summary>
public sealed class WitnessList(SqlDatabase database, LogSettings settings)
{
    public async Task<IReadOnlyList<WitnessStanding>> ReadAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = (await WitnessStore.AllAsync(connection)).ToDictionary(row => row.Witness);
        return settings.Witnesses
            .Select(witness => new WitnessStanding(
                witness.Name, witness.Address, witness.Key, NoteKey.TryParse(witness.Key, out var key) ? rows.GetValueOrDefault(key.Name) : null))
            .ToList();
    }
}
