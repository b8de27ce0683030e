using Transparency.Core.Agencies;
using Transparency.Core.Database;
using Transparency.Core.Policies;

namespace Transparency.Core.AuditTrail;

/// <summary>
/// How long an entry may wait before it joins the tree: what the policy in force says, unless the settings name another time. Entries
/// join in batches, so that neither their order nor the time of a checkpoint tells when exactly something was done.
/// </summary>
public sealed class MergeDelay(SqlDatabase database, CurrentCity city, LogSettings settings)
{
    private static readonly TimeSpan WithoutPolicy = TimeSpan.FromHours(1);
    private static readonly TimeSpan WithoutPolicyInDemonstration = TimeSpan.FromSeconds(2);

    /// <summary>An entry that waits longer than this many delays is overdue: a failure, which is published.</summary>
    public const int Patience = 2;

    public async Task<TimeSpan> ReadAsync(DateTimeOffset now, CancellationToken cancellation = default)
    {
        if (settings.MergeDelay is { } fixedDelay)
        {
            return fixedDelay;
        }
        return await new PolicyStore(database).InForceAsync(now, cancellation) is { } policy
            ? TimeSpan.FromSeconds(policy.Terms.Publication.MergeDelaySeconds)
            : city.Get().IsDemonstration ? WithoutPolicyInDemonstration : WithoutPolicy;
    }
}
