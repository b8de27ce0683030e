using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Sharing;

namespace Transparency.Core.Demonstration;

/// <summary>Writes the agencies and what was agreed with, asked by or refused to each of them.</summary>
internal sealed class DemoSharing(DemoScene scene, AuditLog log)
{
    private const string Neighbours = "Cases cross the city's boundary.";

    private readonly SeededRandom _random = scene.Random.For("sharing");

    private DateOnly Today => scene.Calendar.Today;

    public async Task WriteAgenciesAsync(WriteScope write)
    {
        var created = scene.People.Created.AddDays(-1).ToUnixTimeMilliseconds();
        await AgencyStore.AddAsync(write, new Agency
        {
            Id = scene.City.AgencyId,
            Name = scene.City.PoliceName,
            Kind = AgencyKind.Local,
            State = SharingPolicy.HomeState,
            Ori = "CA0FIC000",
            CreatedMs = created,
        });
        foreach (var partner in DemoAgencies.Partners)
        {
            await AgencyStore.AddAsync(write, Row(partner, created));
        }
    }

    public async Task WriteAgreementsAsync(WriteScope write)
    {
        foreach (var partner in DemoAgencies.Partners)
        {
            foreach (var (direction, share) in partner.Shares)
            {
                await WriteAsync(write, Row(partner, 0), direction, share);
            }
        }
    }

    private static Agency Row(DemoAgency partner, long createdMs) =>
        new() { Id = partner.Id, Name = partner.Name, Kind = partner.Kind, State = partner.State, CreatedMs = createdMs };

    private async Task WriteAsync(WriteScope write, Agency agency, string direction, DemoShare share)
    {
        var recorded = scene.Calendar.At(Today.AddDays(-(share is DemoShare.Requested or DemoShare.NotYetEffective ? 20 : 330 + _random.Below(60))), 10.5);
        var draft = Draft(agency, direction, share);
        var barred = SharingPolicy.Barred(agency.Kind, agency.State, direction);
        var row = draft.ToRow(
            _random.Id(recorded),
            barred is null ? draft.Decision : AgreementDecision.Refused,
            barred is null ? draft.Reason : barred.Words,
            recorded.ToUnixTimeMilliseconds());
        var suspended = share == DemoShare.SuspendedForMisuse ? scene.Calendar.At(Today.AddDays(-48), 15.2) : (DateTimeOffset?)null;
        await AgreementStore.AddAsync(write, row with
        {
            SuspendedMs = suspended?.ToUnixTimeMilliseconds(),
            SuspendedReason = suspended is null ? null : "The weekly review found 14 searches without a real case number.",
            UpdatedMs = (suspended ?? recorded).ToUnixTimeMilliseconds(),
        });
        await AppendAsync(write, recorded, agency, direction, row);
        if (suspended is { } at)
        {
            await log.AppendAsync(
                write,
                scene.By(scene.People.Steward, "suspension", at),
                ShareChange.Event(agency, direction, ShareChange.Suspended, SharingReason.Suspended.Code, "Searches without a real case number"));
        }
    }

    private Task<AuditReceipt> AppendAsync(WriteScope write, DateTimeOffset at, Agency agency, string direction, Agreement row)
    {
        var change = row.Decision switch
        {
            AgreementDecision.Requested => ShareChange.Requested,
            AgreementDecision.Refused => ShareChange.Refused,
            _ => ShareChange.Agreed,
        };
        var decision = SharingPolicy.Decide(agency, direction, row, scene.City.DayOf(at));
        return log.AppendAsync(
            write,
            scene.By(scene.People.Steward, "sharing agreement", at),
            ShareChange.Event(agency, direction, change, decision.Code, row.DecisionReason));
    }

    private AgreementDraft Draft(Agency agency, string direction, DemoShare share)
    {
        var isContribution = direction == SharingDirection.Contribution;
        var began = Today.AddDays(-(300 + _random.Below(25)));
        var draft = new AgreementDraft
        {
            AgencyId = agency.Id,
            Direction = direction,
            Decision = AgreementDecision.Agreed,
            Reason = isContribution ? "Its cameras see a car park where vehicles are stolen; it receives nothing." : Neighbours,
            LegalBasis = isContribution ? "Configured policy: one-way contribution" : "Civil Code 1798.90.55(b); council resolution on sharing",
            Terms = RequiredTerms.All.Select(term => term.Code).ToList(),
            DocumentUrl = $"https://marisol-bay.example/agreements/{agency.Id}.pdf",
            Signed = began.AddDays(-15),
            Effective = began,
            Expires = began.AddYears(2),
            AuditResult = isContribution ? null : "passed",
            Audited = isContribution ? null : Today.AddDays(-(60 + _random.Below(180))),
            AuditDue = isContribution ? null : Today.AddDays(60 + _random.Below(400)),
        };
        return share switch
        {
            DemoShare.Expired => draft with { Expires = Today.AddDays(-(7 + _random.Below(60))) },
            DemoShare.AuditOverdue => draft with { Audited = Today.AddDays(-742), AuditDue = Today.AddDays(-12) },
            DemoShare.AuditFailed => draft with { AuditResult = "failed", Audited = Today.AddDays(-33) },
            DemoShare.NotYetEffective => draft with { Signed = Today.AddDays(-20), Effective = Today.AddDays(9), Expires = Today.AddDays(739) },
            DemoShare.Requested => Open(draft, AgreementDecision.Requested, "Asked to search our data; the steward is checking its audit."),
            DemoShare.RefusedByCity => Open(draft, AgreementDecision.Refused, "It keeps results for 365 days and would not change that."),
            DemoShare.BarredByLaw => Open(draft, AgreementDecision.Requested, "Asked to receive data."),
            _ => draft,
        };
    }

    private static AgreementDraft Open(AgreementDraft draft, string decision, string reason) => draft with
    {
        Decision = decision,
        Reason = reason,
        Terms = [],
        DocumentUrl = null,
        Signed = null,
        Effective = null,
        Expires = null,
        AuditResult = null,
        Audited = null,
        AuditDue = null,
    };
}
