using Transparency.Core.Agencies;
using Transparency.Core.AuditTrail;
using Transparency.Core.Policies;

namespace Transparency.Core.Demonstration;

/// <summary>What every part of the demonstration draws from. Nothing in it changes once it is made.</summary>
internal sealed class DemoScene
{
    public DemoScene(City city, DateTimeOffset now, ulong seed)
    {
        City = city;
        Random = new SeededRandom(seed);
        Calendar = new DemoCalendar(city, now);
        Days = new DemoMilestones(Calendar);
        Outages = new DemoOutages(Calendar, Random.For("outages"));
        People = new DemoPeople(Calendar, Random.For("people"));
        Decisions = new DemoDecisions(this);
        Policies = DemoPolicies.Make(this);
    }

    public City City { get; }

    /// <summary>Before everything else, so that the log's first entry is the one that opens it.</summary>
    public DateTimeOffset Opened => Calendar.StartOf(Days.ProgramDecided.AddDays(-5));

    public SeededRandom Random { get; }

    public DemoCalendar Calendar { get; }

    public DemoMilestones Days { get; }

    public DemoOutages Outages { get; }

    public DemoPeople People { get; }

    public DemoDecisions Decisions { get; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PolicyVersion> Policies { get; }

    public PolicyVersion PolicyAt(DateTimeOffset at) => Policies.Last(policy => policy.Effective <= at);

    public AuditContext By(DemoPerson person, string purpose, DateTimeOffset at) => new()
    {
        Actor = new Actor
        {
            UserId = person.Id,
            UserName = person.UserName,
            AgencyId = person.AgencyId,
            Organisation = DemoAgencies.Name(person.AgencyId, City),
            Address = person.Address,
        },
        Purpose = purpose,
        At = at,
    };

    public AuditContext BySystem(string purpose, DateTimeOffset at) => new() { Actor = Actor.System(City), Purpose = purpose, At = at };
}

/// <summary>The days on which something changed in the fictional city.</summary>
internal sealed class DemoMilestones(DemoCalendar calendar)
{
    /// <summary>The council's first decision, after public comment.</summary>
    public DateOnly ProgramDecided { get; } = Tuesday(calendar.History.From.AddDays(-40));

    public DateOnly ProgramBegan { get; } = calendar.History.From;

    public DateOnly SecondPolicyDecided { get; } = Tuesday(calendar.Today.AddDays(-290));

    public DateOnly SecondPolicyBegan { get; } = calendar.Today.AddDays(-280);

    public DateOnly LaterCamerasDecided { get; } = Tuesday(calendar.Today.AddDays(-205));

    public DateOnly LaterCamerasLive { get; } = calendar.Today.AddDays(-188);

    public DateOnly ThirdPolicyDecided { get; } = Tuesday(calendar.Today.AddDays(-76));

    public DateOnly ThirdPolicyBegan { get; } = calendar.Today.AddDays(-62);

    /// <summary>The Tuesday on or before a day: when the council meets.</summary>
    public static DateOnly Tuesday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 5) % 7));
}
