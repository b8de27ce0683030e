using Dapper;
using Transparency.Audit.Schemas;
using Transparency.Core.Approvals;
using Transparency.Core.AuditTrail;
using Transparency.Core.Cameras;
using Transparency.Core.Database;
using Transparency.Core.Policies;

namespace Transparency.Core.Demonstration;

/// <summary>Writes decisions, proposals, policies, areas and cameras, each with the entry it had on its day.</summary>
internal sealed class DemoCouncilRecords(DemoScene scene, AuditLog log)
{
    public async Task WriteAsync(WriteScope write)
    {
        foreach (var approval in scene.Decisions.Approvals)
        {
            await ApprovalStore.AddAsync(write, approval);
            await AppendByClerkAsync(write, approval.CreatedMs, "decision of the council", Recorded(approval));
        }

        foreach (var proposal in scene.Decisions.Proposals)
        {
            await ProposalStore.AddAsync(write, proposal);
            await AppendByClerkAsync(write, proposal.CreatedMs, "public notice", Changed(proposal, ProposalStatus.Notice));
            if (proposal.Status is ProposalStatus.Approved or ProposalStatus.Rejected)
            {
                var decided = scene.Calendar.At(DateOnly.ParseExact(proposal.MeetingDay!, "yyyy-MM-dd"), 33);
                await AppendByClerkAsync(write, decided.ToUnixTimeMilliseconds(), "decision of the council", Changed(proposal, proposal.Status));
            }
        }

        foreach (var policy in scene.Policies)
        {
            await PolicyStore.AddAsync(write, policy);
            var resolution = scene.Decisions.Approvals.Single(approval => approval.Id == policy.ApprovalId).Resolution;
            await AppendByClerkAsync(
                write, policy.Created.ToUnixTimeMilliseconds(), "decision of the council", PolicyEvents.Published(policy, resolution));
        }
    }

    public async Task WriteCamerasAsync(WriteScope write, string liveFeed)
    {
        foreach (var (area, i) in DemoPlaces.Areas.Select((area, i) => (area, i)))
        {
            await write.Connection.ExecuteAsync(
                "insert into areas (id, name, ordinal, outline) values (@Id, @Name, @i, @Outline)",
                new { area.Id, area.Name, i, area.Outline },
                write.Transaction);
        }

        foreach (var camera in DemoPlaces.Cameras)
        {
            await WriteAsync(write, camera, liveFeed);
        }

        foreach (var outage in scene.Outages.All)
        {
            await write.Connection.ExecuteAsync(
                "insert into camera_outages (id, camera, from_ms, to_ms, reason) values (@Id, @Camera, @FromMs, @ToMs, @Reason)",
                outage,
                write.Transaction);
        }
    }

    private async Task WriteAsync(WriteScope write, DemoCamera demo, string liveFeed)
    {
        var approval = scene.Decisions.Of(demo);
        var live = scene.Calendar.StartOf(demo.IsLater ? scene.Days.LaterCamerasLive : scene.Days.ProgramBegan);
        var added = live.AddDays(-6).AddMinutes(demo.Number);
        var camera = new Camera
        {
            Number = demo.Number,
            Name = demo.Name,
            AreaId = demo.Area,
            Kind = demo.Kind,
            Facing = demo.Description,
            Feed = demo.IsLive ? liveFeed : "",
            Status = CameraStatus.Live,
            ApprovalId = approval.Id,
            CreatedMs = added.ToUnixTimeMilliseconds(),
            LiveMs = live.ToUnixTimeMilliseconds(),
        };
        await CameraStore.InsertAsync(write, camera);
        var facts = new CameraFacts { Number = demo.Number, Status = CameraStatus.Planned, Approval = approval };
        var by = scene.People.Administrator;
        await log.AppendAsync(
            write,
            scene.By(by, "installation", added),
            CameraEvents.Of(CameraActs.CameraChange, camera, facts, "added", new AuditField("change", "added")));
        await log.AppendAsync(
            write, scene.By(by, "installation", live), CameraEvents.Of(CameraActs.CameraLive, camera, facts, "switched on"));
    }

    private Task<AuditReceipt> AppendByClerkAsync(WriteScope write, long atMs, string purpose, AuditEvent e) =>
        log.AppendAsync(write, scene.By(scene.People.Clerk, purpose, DateTimeOffset.FromUnixTimeMilliseconds(atMs)), e);

    private static AuditEvent Recorded(Approval approval) => new(
        CouncilActs.Approval,
        [
            new("kind", approval.Kind),
            new("change", "recorded"),
            new("title", approval.Title),
            new("meeting", approval.MeetingDay),
            new("resolution", approval.Resolution),
            new("vote", approval.Vote),
        ])
    {
        Elements = approval.Resolution,
        Outcome = "recorded",
    };

    private static AuditEvent Changed(Proposal proposal, string status) => new(
        CouncilActs.ProposalChange, [new("kind", proposal.Kind), new("title", proposal.Title), new("status", status)])
    {
        Elements = $"proposal {proposal.Id}",
        Outcome = status,
    };
}
