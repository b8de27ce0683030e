using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Transparency.Core.Agencies;
using Transparency.Core.Approvals;
using Transparency.Core.AuditTrail;
using Transparency.Core.Database;
using Transparency.Core.Identity;
using Transparency.Core.Policies;

namespace Transparency.Portal.Tests.Host;

/// <summary>The fictional city of the tests: policy, two areas, two cameras, people, and a few vehicles that passed.</summary>
public static class SampleCity
{
    public const string Password = "harbor lantern quartz meadow";
    public const string Officer = "r.alvarez";
    public const string Colleague = "j.whitfield";
    public const string Untrained = "n.ito";
    public const string Administrator = "t.okafor";
    public const string Supervisor = "m.osei";
    public const string Forgetful = "p.lindqvist";

    /// <summary>A plate that passed; <c>7QZX42?</c> finds it and its neighbour.</summary>
    public const string Plate = "7QZX421";

    public static readonly DateTimeOffset SetUp = new(2026, 11, 1, 16, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Noon = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    public static City City { get; } = new()
    {
        Name = "Marisol Bay",
        PoliceName = "Marisol Bay Police Department",
        AgencyId = "marisol-bay-pd",
        TimeZone = "America/Los_Angeles",
        LogOrigin = "marisol-bay.example/log",
        IsDemonstration = true,
    };

    public static Actor Clerk { get; } = Actor.System(City) with { UserId = "set-up", UserName = "set-up" };

    public static AuditContext By(DateTimeOffset at) => new() { Actor = Clerk, Purpose = "Setting up the tests", At = at };

    public static async Task FillAsync(IServiceProvider services, TestClock clock)
    {
        var database = services.GetRequiredService<SqlDatabase>();
        await database.WriteAsync(PlacesAsync);
        await PolicyAsync(services, clock);
        await PeopleAsync(services, clock);
        clock.Now = Noon;
        await Traffic.PassAsync(services, clock);
    }

    private static async Task PlacesAsync(WriteScope scope)
    {
        await CityStore.AddAsync(scope, City);
        await AgencyStore.AddAsync(scope, new Agency { Id = City.AgencyId, Name = City.PoliceName, Kind = AgencyKind.Local, State = "CA", CreatedMs = 0 });
        await ApprovalStore.AddAsync(scope, new Approval
        {
            Id = "program",
            Kind = ApprovalKind.Program,
            Title = "Automated licence plate readers",
            MeetingDay = "2026-10-20",
            AgendaItem = "7.2",
            Vote = "5-0",
            Resolution = "2026-118",
            Link = "https://marisol-bay.example/council/2026-10-20",
            CreatedMs = 0,
        });
        await scope.Connection.ExecuteAsync(
            """
            insert into areas (id, name, ordinal, outline) values ('harbor', 'Harbor', 1, ''), ('old-town', 'Old Town', 2, '');
            insert into cameras (number, name, area_id, kind, facing, feed, status, approval_id, created_ms, live_ms)
            values (1, 'Pier Road at Quay Street', 'harbor', 'fixed', 'north', '', 'live', 'program', 0, 0),
                   (2, 'Mission Street at 4th', 'old-town', 'fixed', 'east', '', 'live', 'program', 0, 0);
            insert into camera_outages (id, camera, from_ms, to_ms, reason) values ('outage', 2, @FromMs, @ToMs, 'feed lost');
            insert into camera_reports (camera, at_ms, state, frames, frames_dropped, detections, message)
            values (1, @AtMs, 'reading', 1, 0, 1, ''), (2, @AtMs, 'reading', 1, 0, 1, '');
            """,
            new { AtMs = Noon.ToUnixTimeMilliseconds(), FromMs = Noon.AddHours(-5).ToUnixTimeMilliseconds(), ToMs = Noon.AddHours(-4).ToUnixTimeMilliseconds() },
            scope.Transaction);
    }

    private static async Task PolicyAsync(IServiceProvider services, TestClock clock)
    {
        var outcome = await services.GetRequiredService<PublishPolicy>().RunAsync(By(clock.Now), new PolicyDraft
        {
            Title = "Usage and privacy policy for automated license plate readers",
            Adopted = new DateOnly(2026, 10, 20),
            Effective = clock.Now,
            ApprovalId = "program",
            Words = PolicyPresetWords.For(City.PoliceName, PolicyPresets.California),
            Terms = PolicyPresets.California,
        });
        Assert.Empty(outcome.Gaps);
    }

    private static async Task PeopleAsync(IServiceProvider services, TestClock clock)
    {
        (string Name, string Shown, string Role, bool Ready)[] people =
        [
            (Officer, "Rosalind Alvarez", Roles.Officer, true),
            (Colleague, "Jonah Whitfield", Roles.Investigator, true),
            (Forgetful, "Pia Lindqvist", Roles.Officer, true),
            (Supervisor, "Maren Osei", Roles.Supervisor, true),
            (Untrained, "Noriko Ito", Roles.Officer, false),
            (Administrator, "Temi Okafor", Roles.Administrator, false),
        ];
        foreach (var (name, shown, role, ready) in people)
        {
            var added = await services.GetRequiredService<AddUser>().RunAsync(By(clock.Now), new NewUser
            {
                UserName = name,
                DisplayName = shown,
                AgencyId = City.AgencyId,
                Unit = "Patrol",
                Roles = [role],
                Password = Password,
            });
            Assert.Empty(added.Problems);
            if (ready)
            {
                await services.GetRequiredService<RecordTraining>().RunAsync(
                    By(clock.Now), added.UserId!, "ALPR-101", new DateOnly(2026, 10, 30), new DateOnly(2027, 10, 30));
                var own = By(clock.Now) with { Actor = Clerk with { UserId = added.UserId!, UserName = name } };
                await services.GetRequiredService<AcknowledgePolicy>().RunAsync(own, 1);
            }
        }
    }
}
