using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Database;
using Transparency.Core.Identity;
using Transparency.Core.Sharing;

namespace Transparency.Core.Searches;

/// <summary>Gathers what <see cref="SearchEligibility"/> judges, from the records of account, training, acceptance and agreement.</summary>
public sealed class SearcherStore(SqlDatabase database, City city, AgencyStore agencies, AgreementStore agreements)
{
    private const string Person =
        """
        select u.agency_id as AgencyId, u.roles as RoleCodes, u.disabled_ms as DisabledMs,
               (select max(t.expires_day) from trainings t where t.user_id = u.id) as TrainingExpires,
               coalesce((select max(p.version) from policy_acknowledgements p where p.user_id = u.id), 0) as AcknowledgedVersion
        from users u
        where u.id = @userId
        """;

    /// <summary>The facts of a person on a day; null when there is no such account.</summary>
    public async Task<SearcherFacts?> FactsAsync(string userId, DateOnly today, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (await connection.QuerySingleOrDefaultAsync<Row>(Person, new { userId }) is not { } row)
        {
            return null;
        }

        var sharing = await SharingAsync(row.AgencyId, today, cancellation);
        return new SearcherFacts
        {
            IsDisabled = row.DisabledMs is not null,
            HasSearchingRole = Roles.MaySearch(Roles.Parse(row.RoleCodes)),
            IsAgencyAllowed = sharing.IsAllowed,
            AgencyReason = sharing.Words,
            TrainingExpires = row.TrainingExpires,
            AcknowledgedVersion = row.AcknowledgedVersion,
        };
    }

    // The city's own police need no agreement; everybody else is judged by the rule of sharing.
    private async Task<SharingDecision> SharingAsync(string agencyId, DateOnly today, CancellationToken cancellation)
    {
        if (agencyId == city.AgencyId)
        {
            return SharingReason.InForce;
        }

        var agency = await agencies.FindAsync(agencyId, cancellation);
        var agreement = await agreements.FindGoverningAsync(agencyId, SharingDirection.OutboundSearch, cancellation);
        return agency is null ? SharingReason.UnknownKind : SharingPolicy.Decide(agency, SharingDirection.OutboundSearch, agreement, today);
    }

    private sealed record Row
    {
        public required string AgencyId { get; init; }

        public required string RoleCodes { get; init; }

        public required long? DisabledMs { get; init; }

        public required string? TrainingExpires { get; init; }

        public required int AcknowledgedVersion { get; init; }
    }
}
