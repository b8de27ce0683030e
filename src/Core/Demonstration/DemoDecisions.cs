using Transparency.Core.Agencies;
using Transparency.Core.Approvals;

namespace Transparency.Core.Demonstration;

/// <summary>What the fictional council decided, and what it is asked now.</summary>
internal sealed class DemoDecisions
{
    private readonly SeededRandom _random;
    private readonly DemoCalendar _calendar;
    private readonly List<Approval> _approvals = [];

    public DemoDecisions(DemoScene scene)
    {
        _random = scene.Random.For("decisions");
        _calendar = scene.Calendar;
        var days = scene.Days;
        Program = Decide(ApprovalKind.Program, "Automated license plate readers: the programme and its first eight cameras", days.ProgramDecided, "5-2", 1);
        FirstPolicy = Decide(ApprovalKind.Policy, "Usage and privacy policy, version 1", days.ProgramDecided, "6-1", 2);
        Sharing = Decide(ApprovalKind.Sharing, "Agreements with neighbouring California agencies", days.ProgramDecided, "5-2", 3);
        SecondPolicy = Decide(ApprovalKind.Policy, "Retention shortened from 60 to 30 days", days.SecondPolicyDecided, "7-0", 1);
        LaterCameras = Decide(ApprovalKind.Camera, "Four more cameras", days.LaterCamerasDecided, "4-3", 2);
        Contract = Decide(ApprovalKind.Contract, "Maintenance contract, second year", days.LaterCamerasDecided, "6-0-1", 3);
        ThirdPolicy = Decide(ApprovalKind.Policy, "Shorter windows for searches without a plate; protection of small numbers", days.ThirdPolicyDecided, "7-0", 1);
        Proposals = DemoProposals.Make(scene, LaterCameras);
    }

    public Approval Program { get; }

    public Approval FirstPolicy { get; }

    public Approval Sharing { get; }

    public Approval SecondPolicy { get; }

    public Approval LaterCameras { get; }

    public Approval Contract { get; }

    public Approval ThirdPolicy { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<Approval> Approvals => _approvals;

    public IReadOnlyList<Proposal> Proposals { get; }

    public Approval Of(DemoCamera camera) => camera.IsLater ? LaterCameras : Program;

    private Approval Decide(string kind, string title, DateOnly meeting, string vote, int item)
    {
        var at = _calendar.At(meeting, 20);
        var approval = new Approval
        {
            Id = _random.Id(at),
            Kind = kind,
            Title = title,
            MeetingDay = City.Text(meeting),
            AgendaItem = $"9.{item}",
            Vote = vote,
            Resolution = $"Resolution {meeting.Year}-{(meeting.DayOfYear / 4) + item}",
            Link = $"https://marisol-bay.example/council/{City.Text(meeting)}",
            ProposalId = kind == ApprovalKind.Camera ? DemoProposals.ApprovedId(_calendar) : null,
            CreatedMs = at.AddHours(14).ToUnixTimeMilliseconds(),
        };
        _approvals.Add(approval);
        return approval;
    }
}
