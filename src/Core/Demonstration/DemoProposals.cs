using Transparency.Core.Agencies;
using Transparency.Core.Approvals;

namespace Transparency.Core.Demonstration;

/// <summary>Three proposals: one decided for, one against, one that residents can comment on now.</summary>
internal static class DemoProposals
{
    private const string Description =
        "Fixed cameras photograph the rear plate of each passing vehicle. The plate, the time and the place are kept for the days the policy "
        + "sets. No picture of people is kept and no face is recognised.";

    private const string Rights =
        "Civil Code 1798.90.5 and following and Government Code 7284 and following apply. Every passing vehicle is recorded, most of them of "
        + "people suspected of nothing. Limits: short retention, a reason for every search, a public log, no sharing outside California, "
        + "weekly review of searches.";

    public static string ApprovedId(DemoCalendar calendar) => new SeededRandom(41).Id(calendar.StartOf(calendar.History.From));

    public static IReadOnlyList<Proposal> Make(DemoScene scene, Approval approved)
    {
        var calendar = scene.Calendar;
        var random = scene.Random.For("proposals");
        return
        [
            new()
            {
                Id = ApprovedId(calendar),
                Kind = ApprovalKind.Camera,
                Title = "Four more cameras: Old Town, Mission Hill, Eastside, University",
                Summary = "One more camera in each of four areas, at main roads into the city. No camera faces a home.",
                Evaluation = Evaluation("Four main roads, one in each area.", "48,000 dollars for two years, from the general fund."),
                Status = ProposalStatus.Approved,
                NoticeFromDay = City.Text(scene.Days.LaterCamerasDecided.AddDays(-45)),
                NoticeToDay = City.Text(scene.Days.LaterCamerasDecided.AddDays(-15)),
                MeetingDay = approved.MeetingDay,
                ApprovalId = approved.Id,
                CreatedMs = calendar.StartOf(scene.Days.LaterCamerasDecided.AddDays(-46)).ToUnixTimeMilliseconds(),
            },
            new()
            {
                Id = random.Id(calendar.Now.AddDays(-170)),
                Kind = ApprovalKind.Feature,
                Title = "Cameras on six patrol vehicles",
                Summary = "Mobile readers on patrol vehicles would read plates wherever the vehicles drive, residential streets included.",
                Evaluation = Evaluation("Wherever patrol vehicles drive.", "90,000 dollars for the first year; no funding is named."),
                Status = ProposalStatus.Rejected,
                NoticeFromDay = City.Text(calendar.Today.AddDays(-168)),
                NoticeToDay = City.Text(calendar.Today.AddDays(-138)),
                MeetingDay = City.Text(DemoMilestones.Tuesday(calendar.Today.AddDays(-128))),
                CreatedMs = calendar.StartOf(calendar.Today.AddDays(-169)).ToUnixTimeMilliseconds(),
            },
            new()
            {
                Id = random.Id(calendar.Now.AddDays(-13)),
                Kind = ApprovalKind.Camera,
                Title = "Two cameras at the Airport Road freight entrance",
                Summary = "Cargo thefts at the freight entrance have risen. Two cameras would read plates on the access road for one year.",
                Evaluation = Evaluation("The access road to the freight terminal.", "21,500 dollars for one year, from the airport fund."),
                Status = ProposalStatus.Notice,
                NoticeFromDay = City.Text(calendar.Today.AddDays(-12)),
                NoticeToDay = City.Text(calendar.Today.AddDays(18)),
                MeetingDay = City.Text(DemoMilestones.Tuesday(calendar.Today.AddDays(32))),
                CreatedMs = calendar.StartOf(calendar.Today.AddDays(-12)).ToUnixTimeMilliseconds(),
            },
        ];
    }

    private static string Evaluation(string locations, string costs) => new SurveillanceEvaluation
    {
        Description = Description,
        PurposeAndBenefits = "Finding stolen vehicles, vehicles of wanted or missing people, and vehicles seen at a crime.",
        Locations = locations,
        RightsAndMitigation = Rights,
        CostsAndFunding = costs,
    }.ToJson();
}
