using Dapper;
using Transparency.Core.Agencies;
using Transparency.Core.Database;

namespace Transparency.Core.Sharing;

/// <summary>Reads the public sharing list. Each line is decided by <see cref="SharingPolicy"/>, the rule that the search itself obeys.</summary>
public sealed class SharingListQuery(SqlDatabase database)
{
    private const int DaysOfUse = 30;

    public async Task<SharingList> ReadAsync(City city, DateOnly day, CancellationToken cancellation = default)
    {
        var agencies = (await new AgencyStore(database).AllAsync(cancellation)).ToDictionary(agency => agency.Id);
        var agreements = await new AgreementStore(database).GoverningAsync(cancellation);
        var searches = await SearchesAsync(city, day, cancellation);
        var lines = agreements
            .Select(agreement => Line(city, day, agencies[agreement.AgencyId], agreement, searches.GetValueOrDefault(agreement.AgencyId)))
            .OrderBy(line => line.Name, StringComparer.OrdinalIgnoreCase)
            .ToList();
        return new SharingList
        {
            Day = day,
            CanSearchUs = Allowed(lines, SharingDirection.OutboundSearch),
            WeSearch = Allowed(lines, SharingDirection.InboundSearch),
            ReceiveAlerts = Allowed(lines, SharingDirection.Alerts),
            Contributors = Allowed(lines, SharingDirection.Contribution),
            Stopped = lines.Where(IsStopped).ToList(),
            Refused = lines.Where(IsRefused).ToList(),
            Pending = lines.Where(line => !line.Decision.IsAllowed && !IsStopped(line) && !IsRefused(line)).ToList(),
        };
    }

    private static List<SharingLine> Allowed(List<SharingLine> lines, string direction) =>
        lines.Where(line => line.Decision.IsAllowed && line.Direction == direction).ToList();

    private static bool IsStopped(SharingLine line) =>
        line.Decision == SharingReason.Suspended || line.Decision == SharingReason.AuditFailed
        || line.Decision == SharingReason.AuditOverdue || line.Decision == SharingReason.Expired;

    private static bool IsRefused(SharingLine line) =>
        line.Decision == SharingReason.RefusedByCity || SharingPolicy.Barred(line.Kind, line.State, line.Direction) is not null;

    private static SharingLine Line(City city, DateOnly day, Agency agency, Agreement agreement, int searches)
    {
        var decision = SharingPolicy.Decide(agency, agreement.Direction, agreement, day);
        return new SharingLine
        {
            AgencyId = agency.Id,
            Name = agency.Name,
            Kind = agency.Kind,
            State = agency.State,
            Direction = agreement.Direction,
            Decision = decision,
            SinceDay = Since(city, agreement, decision),
            Reason = agreement.SuspendedReason ?? agreement.DecisionReason,
            LegalBasis = agreement.LegalBasis,
            DocumentUrl = agreement.DocumentUrl,
            SignedDay = agreement.SignedDay,
            EffectiveDay = agreement.EffectiveDay,
            ExpiresDay = agreement.ExpiresDay,
            AuditResult = agreement.AuditResult,
            AuditDay = agreement.AuditDay,
            AuditDueDay = agreement.AuditDueDay,
            Searches = agreement.Direction == SharingDirection.OutboundSearch ? searches : 0,
        };
    }

    private static string Since(City city, Agreement agreement, SharingDecision decision)
    {
        var day = decision.Code switch
        {
            "in-force" or "not-yet-effective" => agreement.EffectiveDay,
            "expired" => NextDay(agreement.ExpiresDay),
            "audit-failed" => agreement.AuditDay,
            "audit-overdue" => NextDay(agreement.AuditDueDay),
            _ => null,
        };
        return day ?? City.Text(city.DayOf(DateTimeOffset.FromUnixTimeMilliseconds(agreement.SuspendedMs ?? agreement.UpdatedMs)));
    }

    private static string? NextDay(string? day) => City.TryDay(day, out var parsed) ? City.Text(parsed.AddDays(1)) : null;

    private async Task<Dictionary<string, int>> SearchesAsync(City city, DateOnly day, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var rows = await connection.QueryAsync<(string Agency, int Count)>(
            "select agency_id, count(*) from searches where at_ms >= @from and at_ms < @to and refusal is null group by agency_id",
            new
            {
                from = city.StartOf(day.AddDays(1 - DaysOfUse)).ToUnixTimeMilliseconds(),
                to = city.StartOf(day.AddDays(1)).ToUnixTimeMilliseconds(),
            });
        return rows.ToDictionary(row => row.Agency, row => row.Count);
    }
}
